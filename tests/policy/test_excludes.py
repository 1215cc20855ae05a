"""Globs as in `.gitignore`: git itself is the judge."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from okx_secret_scan.model import UserError
from okx_secret_scan.policy.excludes import Exclude, check_glob, excluded
from tests.repository import Repository

PATHS = (
    "config.py",
    "bot/config.py",
    "bot/deep/config.py",
    "docs/a.md",
    "docs/deep/b.md",
    "tests/fixtures/key.json",
    "Tests/a.py",
    "配置/密钥.env",
    "a b.txt",
    "x[1].env",
    "#note",
    "!bang",
)
GLOBS = (
    "config.py", "/config.py", "bot/", "bot/*", "bot/**", "**/config.py", "docs/*.md", "docs/**/*.md",
    "*.json", "tests", "配置/", "*.env", "a b.txt", "x\\[1\\].env", "x[[]1].env", "\\#note", "\\!bang",
    "[ab]*", "d?cs", "**/deep/**", "bot/deep",
    # Many asterisks go another way.
    "*o*f*g*", "**/d*/**/*.md", "**/*e*/*", "t*/*x*[!y]*/", "***", "*密*",
)  # fmt: skip


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("glob", GLOBS)
def test_globs_mean_what_git_means(glob: str, repository: Repository) -> None:
    repository.write(".gitignore", f"{glob}\n")
    listed = subprocess.run(
        ["git", "check-ignore", "--no-index", "--stdin", "-z"],
        cwd=repository.path,
        input="\0".join(PATHS).encode(),
        capture_output=True,
        check=False,
    ).stdout.decode()
    ours = [path for path in PATHS if excluded((Exclude(glob, "test"),), path)]
    assert ours == [path for path in listed.split("\0") if path]


@pytest.mark.parametrize(
    "glob", ["", "  ", "#comment", "/", "!", "./bot", "bot/../docs", ".", "[z-a]*", "[z-a]***"]
)
def test_globs_that_match_nothing_are_refused(glob: str) -> None:
    with pytest.raises(ValueError, match="matches nothing"):
        check_glob(glob)


def test_the_last_match_decides() -> None:
    rows = tuple(Exclude(glob, "test") for glob in ("*.md", "!docs/*.md", "docs/old.md"))
    found = {path: excluded(rows, path) for path in ("a.md", "docs/a.md", "docs/old.md", "a.py")}
    assert {path: row and row.glob for path, row in found.items()} == {
        "a.md": "*.md",
        "docs/a.md": None,
        "docs/old.md": "docs/old.md",
        "a.py": None,
    }


@pytest.mark.parametrize(
    ("glob", "path"), [("*a" * 30 + "b", "a" * 200), ("**/a/" * 20 + "b", "/".join("a" * 100))]
)
def test_a_glob_with_many_ways_to_match_is_settled(glob: str, path: str) -> None:
    assert excluded((Exclude(glob, "test"),), path) is None
    assert excluded((Exclude(glob, "test"),), f"{path}/b" if "/" in glob else f"{path}b")


def test_a_glob_that_holds_up_the_scan_is_named() -> None:
    glob = "a**aa*aa*?*a***a**a*a**a*a****a*b"
    with pytest.raises(UserError, match=r"^c\.toml: exclude 'a\*.*' takes too long: write it with fewer ast"):
        excluded((Exclude("b", "c.toml"), Exclude(glob, "c.toml")), "a" * 20_000)


def test_the_library_is_not_loaded_for_nothing(tmp_path: Path) -> None:
    program = (
        "import sys; from okx_secret_scan.policy import policy, config, assemble; "
        "policy.Policy().excludes('a'); print('pathspec' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, cwd=tmp_path)
    assert done.stdout.split() == [b"False"]
