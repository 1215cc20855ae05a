"""A hook that finds nothing starts fast: the modules it loads are pinned here, not the time it takes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import Command, config
from tests.repository import Repository
from tests.values import account

LOADED = {
    "__future__",
    "okx_secret_scan",
    "okx_secret_scan.__main__",
    "okx_secret_scan.detector",
    "okx_secret_scan.detector.gate",
    "okx_secret_scan.fastpath",
    "okx_secret_scan.git",
    "okx_secret_scan.git.environment",
    "time",
}
IN_HOOK = {"GIT_INDEX_FILE": ".git/index"}
START = "from okx_secret_scan.__main__ import main; raise SystemExit(main())"


def loaded(okx: Command, *arguments: str) -> set[str]:
    """Return the modules that the command loads beyond what Python itself starts with."""

    def imports(code: str, *more: str) -> set[str]:
        command = [sys.executable, "-P", "-X", "importtime", "-c", code, *more]
        done = subprocess.run(
            command, cwd=okx.folder, env=okx.environment(IN_HOOK), capture_output=True, text=True, check=True
        )
        assert not done.stdout
        return {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}

    return imports(START, *arguments) - imports("pass")


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows starts git through subprocess")


@pytest.fixture
def clean(repository: Repository) -> Repository:
    """A repository in which a clean file is staged."""
    repository.commit({"README": "text\n"})
    repository.add({"module.py": "number = 1\n"})
    return repository


def test_all_that_is_staged(clean: Repository, okx: Command) -> None:
    assert loaded(okx, "staged") <= LOADED


def test_named_files(clean: Repository, okx: Command) -> None:
    assert loaded(okx, "staged", "module.py", "README") <= LOADED


def test_a_message(clean: Repository, okx: Command) -> None:
    clean.write(".git/COMMIT_EDITMSG", "Count to one\n")
    assert loaded(okx, "message", ".git/COMMIT_EDITMSG") <= LOADED


BEYOND_THE_DETECTOR = {"click", "detect_secrets", "json", "okx_secret_scan.cli", "pathspec", "subprocess"}
NAMES_OKX = """
import os
from okx.Account import AccountAPI

api = AccountAPI(os.environ["OKX_API_KEY"], os.environ["OKX_SECRET_KEY"], os.environ["OKX_PASSPHRASE"])
"""


def test_what_names_okx_is_shown_to_the_detector_alone(clean: Repository, okx: Command) -> None:
    clean.add({"bot.py": NAMES_OKX})
    for names in ((), ("bot.py",)):
        modules = loaded(okx, "staged", *names)
        assert "okx_secret_scan.detector.detect" in modules
        assert modules.isdisjoint(BEYOND_THE_DETECTOR)


def test_a_message_that_names_okx_is_shown_to_the_detector_alone(clean: Repository, okx: Command) -> None:
    clean.write(".git/COMMIT_EDITMSG", "Trade on OKX, too\n")
    modules = loaded(okx, "message", ".git/COMMIT_EDITMSG")
    assert "okx_secret_scan.detector.detect" in modules
    assert modules.isdisjoint(BEYOND_THE_DETECTOR - {"subprocess"})


def test_a_leak_in_a_message_is_left_to_the_program(clean: Repository, okx: Command) -> None:
    leak = account()
    clean.write(".git/COMMIT_EDITMSG", f"Trade on OKX\n\n{config(leak)}")
    run = okx("message", ".git/COMMIT_EDITMSG", environment=IN_HOOK)
    assert run.status == 1
    assert leak.secret[:4] in run.out


@pytest.mark.parametrize("name", [".okx-secret-scan.toml", "pyproject.toml"])
def test_a_broken_configuration_is_told_when_it_is_committed(
    name: str, clean: Repository, okx: Command
) -> None:
    clean.add({name: "[tool.okx-secret-scan\n"})
    run = okx("staged", environment=IN_HOOK)
    assert run.status == 2
    assert f"{name}:1: is not valid TOML" in run.err


def test_a_broken_configuration_does_not_hold_up_other_commits(clean: Repository, okx: Command) -> None:
    clean.write(".okx-secret-scan.toml", "unknown = 1\n")
    broken = IN_HOOK | {"OKX_SECRET_SCAN_FOO": "1"}
    assert okx("staged", environment=broken).status == 0
    clean.add({"config.py": config(account())})
    run = okx("staged", environment=broken)
    assert (run.status, run.out) == (2, "")


def test_a_configuration_that_is_no_file_is_left_to_the_program(clean: Repository, okx: Command) -> None:
    (clean.path / ".okx-secret-scan.toml").symlink_to("gone")
    assert "leads nowhere" in okx("staged", environment=IN_HOOK).err
    (clean.path / ".okx-secret-scan.toml").unlink()
    (clean.path / ".okx-secret-scan.toml").mkdir()
    assert "is no file" in okx("staged", environment=IN_HOOK).err


@pytest.mark.parametrize("name", [".okx-secret-scan.toml", "pyproject.toml"])
def test_a_configuration_without_an_end_is_not_read(name: str, clean: Repository, okx: Command) -> None:
    (clean.path / name).symlink_to("/dev/zero")
    clean.add({"config.py": config(account())})
    assert okx("staged", environment=IN_HOOK).status == (1 if name == "pyproject.toml" else 2)


def test_names_that_are_added_with_escapes_are_heeded(clean: Repository, okx: Command) -> None:
    added = '[["n\\u0061mes"]]\nrule = "okx-secret-key"\n"n\\u0061mes" = ["ACME_SEED"]\n'
    clean.write(
        ".okx-secret-scan.toml", added + "finds = ['ACME_SEED = \"{secret}\"']\nignores = ['x = 1']\n"
    )
    clean.add({"bot.py": f"ACME_SEED = '{account().secret}'\n"})
    assert okx("staged", environment=IN_HOOK).status == 1


def test_a_hit_is_left_to_the_program(clean: Repository, okx: Command) -> None:
    leak = account()
    clean.add({"config.py": config(leak)})
    run = okx("staged", environment=IN_HOOK)
    assert run.status == 1
    assert leak.secret[:4] in run.out


@pytest.mark.parametrize("file", ["no-such-file", "."])
def test_a_message_that_cannot_be_read_is_left_to_the_program(
    file: str, clean: Repository, okx: Command
) -> None:
    run = okx("message", file, environment=IN_HOOK)
    assert run.status == 2
    assert "cannot be read" in run.err


def test_no_git_on_the_path_is_left_to_the_program(clean: Repository, okx: Command, tmp_path: Path) -> None:
    run = okx("staged", environment={"PATH": str(tmp_path)})
    assert run.status == 2
    assert "git was not found" in run.err


def test_files_on_disk_cannot_pass_themselves_off_as_modules(clean: Repository, okx: Command) -> None:
    for module in ("copy", "time", "click", "okx_secret_scan_plugin", "dataclasses"):
        clean.write(f"{module}.py", "raise SystemExit(77)\n")
    assert okx("staged").status == 0
    assert okx("staged", "--jobs=1").status == 0
