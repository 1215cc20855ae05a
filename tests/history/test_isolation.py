"""Nothing in a repository can make a sweep run a program, or hide content from it."""

from __future__ import annotations

import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.history.support import swept, values
from tests.places import line
from tests.repository import Repository, isolated_environment
from tests.values import secret_key

TRAPS: dict[str, Callable[[Repository, str], None]] = {}


def trap(lay: Callable[[Repository, str], None]) -> Callable[[Repository, str], None]:
    """Add a way to make git run the program at the second argument."""
    TRAPS[lay.__name__] = lay
    return lay


@trap
def hooks(repository: Repository, program: str) -> None:
    folder = repository.git_dir / "hooks"
    folder.mkdir(exist_ok=True)
    for name in ("post-checkout", "post-index-change", "reference-transaction", "pre-auto-gc"):
        (folder / name).symlink_to(program)


@trap
def hooks_path(repository: Repository, program: str) -> None:
    hooks(repository, program)
    repository.git("config", "core.hooksPath", ".git/hooks")


@trap
def fsmonitor(repository: Repository, program: str) -> None:
    repository.git("config", "core.fsmonitor", program)


@trap
def text_conversion(repository: Repository, program: str) -> None:
    _attribute(repository, "diff=trap")
    repository.git("config", "diff.trap.textconv", program)


@trap
def external_diff(repository: Repository, program: str) -> None:
    repository.git("config", "diff.external", program)


@trap
def external_diff_of_an_attribute(repository: Repository, program: str) -> None:
    _attribute(repository, "diff=trap")
    repository.git("config", "diff.trap.command", program)


@trap
def filters(repository: Repository, program: str) -> None:
    _attribute(repository, "filter=trap")
    repository.git("config", "filter.trap.clean", program)
    repository.git("config", "filter.trap.smudge", program)


@trap
def filter_processes(repository: Repository, program: str) -> None:
    _attribute(repository, "filter=trap")
    repository.git("config", "filter.trap.process", program)


@trap
def merge_drivers(repository: Repository, program: str) -> None:
    _attribute(repository, "merge=trap")
    repository.git("config", "merge.trap.driver", program)


@trap
def pagers(repository: Repository, program: str) -> None:
    repository.git("config", "core.pager", program)
    for command in ("cat-file", "rev-list", "diff-tree", "show-ref"):
        repository.git("config", f"pager.{command}", program)


@trap
def aliases(repository: Repository, program: str) -> None:
    for command in ("cat-file", "rev-list", "diff-tree", "show-ref", "rev-parse", "ls-files"):
        repository.git("config", f"alias.{command}", f"!{program}")


@trap
def included_configuration(repository: Repository, program: str) -> None:
    included = repository.git_dir / "more"
    included.write_text(
        f"[core]\n\tfsmonitor = {program}\n\tpager = {program}\n[diff]\n\texternal = {program}\n"
    )
    repository.git("config", f"includeIf.gitdir:{repository.path}/.path", str(included))
    repository.git("config", "include.path", str(included))


@trap
def remote_programs(repository: Repository, program: str) -> None:
    repository.git("config", "remote.origin.url", f"ext::{program}")
    repository.git("config", "remote.origin.promisor", "true")
    repository.git("config", "protocol.ext.allow", "always")
    repository.git("config", "protocol.allow", "always")
    repository.git("config", "core.repositoryFormatVersion", "1")
    repository.git("config", "extensions.partialClone", "origin")
    repository.git("config", "core.sshCommand", program)
    repository.git("config", "core.gitProxy", program)
    repository.git("config", "credential.helper", f"!{program}")
    # Something to want from elsewhere.
    oid = repository.id("HEAD:absent.py")
    (repository.git_dir / "objects" / oid[:2] / oid[2:]).unlink()


@trap
def alternate_refs(repository: Repository, program: str) -> None:
    repository.git("config", "core.alternateRefsCommand", program)
    repository.git("config", "core.alternateRefsPrefixes", "refs/heads")


@trap
def signatures(repository: Repository, program: str) -> None:
    repository.git("config", "log.showSignature", "true")
    repository.git("config", "gpg.program", program)


@trap
def editors(repository: Repository, program: str) -> None:
    repository.git("config", "core.editor", program)
    repository.git("config", "sequence.editor", program)
    repository.git("config", "core.askPass", program)


def _attribute(repository: Repository, attributes: str) -> None:
    (repository.git_dir / "info").mkdir(exist_ok=True)
    (repository.git_dir / "info" / "attributes").write_text(f"* {attributes}\n")


# A command that each of these traps catches: one that catches none would prove nothing. (Pagers and aliases
# catch nothing here: one needs a terminal, the others need names that git does not have.)
CARELESS = {
    "hooks": ("checkout", "--quiet", "--detach"),
    "fsmonitor": ("status",),
    "text_conversion": ("log", "--patch"),
    "external_diff": ("diff", "HEAD~1"),
    "external_diff_of_an_attribute": ("diff", "HEAD~1"),
    "filters": ("checkout", "HEAD~1", "--", "leak.py"),
    "included_configuration": ("diff", "HEAD~1"),
    "remote_programs": ("cat-file", "-p", "HEAD:absent.py"),
}


@pytest.fixture
def value() -> str:
    return secret_key()


@pytest.fixture
def leaking(repository: Repository, value: str) -> Repository:
    repository.commit({"leak.py": line(value), "absent.py": "x\n"})
    repository.commit({"leak.py": "clean\n"})
    return repository


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A program that leaves the file `sprung` beside itself when it runs."""
    file = tmp_path / "program"
    file.write_text(f"#!/bin/sh\necho $0 >> '{tmp_path}/sprung'\n")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    return file


def sprung(program: Path) -> bool:
    return program.with_name("sprung").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="the trap is a shell script")
@pytest.mark.parametrize("lay", TRAPS.values(), ids=TRAPS.keys())
def test_nothing_runs(
    leaking: Repository, value: str, program: Path, lay: Callable[[Repository, str], None]
) -> None:
    lay(leaking, str(program))
    program.with_name("sprung").unlink(missing_ok=True)

    result = swept(leaking.path)

    assert not sprung(program)
    assert values(result) == [value]


@pytest.mark.skipif(sys.platform == "win32", reason="the trap is a shell script")
@pytest.mark.parametrize("name", CARELESS)
def test_the_traps_catch_what_is_careless(leaking: Repository, program: Path, name: str) -> None:
    TRAPS[name](leaking, str(program))
    program.with_name("sprung").unlink(missing_ok=True)

    subprocess.run(
        ["git", *CARELESS[name]],
        cwd=leaking.path,
        env=isolated_environment(leaking.home),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )

    assert sprung(program)


SETTINGS = {
    "color": [("color.ui", "always"), ("color.diff", "always")],
    "prefixes": [("diff.noprefix", "true"), ("diff.mnemonicPrefix", "true")],
    "order": [("diff.orderFile", "/nowhere"), ("diff.renames", "copies"), ("diff.relative", "true")],
    "log": [
        ("log.follow", "true"),
        ("log.diffMerges", "off"),
        ("log.date", "relative"),
        ("log.excludeDecoration", "*"),
        ("format.pretty", "oneline"),
        ("i18n.logOutputEncoding", "UTF-16"),
    ],
    "quoting": [("core.quotePath", "true"), ("core.precomposeUnicode", "true"), ("core.ignoreCase", "true")],
    "refs": [
        ("transfer.hideRefs", "refs/heads"),
        ("uploadpack.hideRefs", "refs"),
        ("core.logAllRefUpdates", "false"),
    ],
    "replacement": [("core.useReplaceRefs", "true")],
    "sizes": [
        ("core.bigFileThreshold", "1"),
        ("core.packedGitLimit", "1"),
        ("core.deltaBaseCacheLimit", "1"),
    ],
    "checkout": [("core.sparseCheckout", "true"), ("core.autocrlf", "true"), ("core.eol", "crlf")],
    "notes": [("notes.displayRef", "refs/notes/none"), ("core.notesRef", "refs/notes/none")],
    "mailmap": [("log.mailmap", "true"), ("mailmap.file", "/nowhere")],
    "checks": [("fsck.skipList", "/nowhere"), ("fsck.missingEmail", "ignore")],
}


@pytest.mark.parametrize("settings", SETTINGS.values(), ids=SETTINGS.keys())
def test_configuration_hides_nothing(leaking: Repository, settings: list[tuple[str, str]]) -> None:
    plain = swept(leaking.path)
    for name, setting in settings:
        leaking.git("config", name, setting)

    result = swept(leaking.path)

    assert (result.findings, result.gaps) == (plain.findings, plain.gaps)


@pytest.mark.parametrize(
    "attributes", ["* -diff", "* binary", "* diff=none", "* export-ignore", "* working-tree-encoding=UTF-16"]
)
def test_attributes_hide_nothing(leaking: Repository, value: str, attributes: str) -> None:
    (leaking.git_dir / "info").mkdir(exist_ok=True)
    (leaking.git_dir / "info" / "attributes").write_text(attributes + "\n")

    assert values(swept(leaking.path)) == [value]


VARIABLES = {
    "another repository": {"GIT_DIR": "/nowhere", "GIT_WORK_TREE": "/nowhere", "GIT_COMMON_DIR": "/nowhere"},
    "another index": {"GIT_INDEX_FILE": "/nowhere"},
    "other objects": {"GIT_OBJECT_DIRECTORY": "/nowhere", "GIT_ALTERNATE_OBJECT_DIRECTORIES": "/nowhere"},
    "namespace": {"GIT_NAMESPACE": "none"},
    "pathspecs": {"GIT_LITERAL_PATHSPECS": "1", "GIT_ICASE_PATHSPECS": "1"},
    "replacement": {"GIT_REPLACE_REF_BASE": "refs/heads"},
    "shallow file": {"GIT_SHALLOW_FILE": "/nowhere"},
    "default hash": {"GIT_DEFAULT_HASH": "sha256"},
    "protocols": {"GIT_ALLOW_PROTOCOL": "ext:file"},
    "language": {"LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de"},
    "ceiling": {"GIT_CEILING_DIRECTORIES": "/"},
}


@pytest.mark.parametrize("variables", VARIABLES.values(), ids=VARIABLES.keys())
def test_the_environment_hides_nothing(
    leaking: Repository, value: str, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str]
) -> None:
    for name, setting in variables.items():
        monkeypatch.setenv(name, setting)

    result = swept(leaking.path)

    assert (values(result), result.gaps) == ([value], ())


@pytest.mark.skipif(sys.platform == "win32", reason="the traps are shell scripts")
@pytest.mark.parametrize(
    "variable",
    ["GIT_EXTERNAL_DIFF", "GIT_PAGER", "GIT_ASKPASS", "GIT_EDITOR", "GIT_SSH", "GIT_PROXY_COMMAND"],
)
def test_programs_named_by_the_environment_do_not_run(
    leaking: Repository, value: str, monkeypatch: pytest.MonkeyPatch, program: Path, variable: str
) -> None:
    monkeypatch.setenv(variable, str(program))

    assert values(swept(leaking.path)) == [value]
    assert not sprung(program)


def test_a_forged_commit_graph_hides_nothing(leaking: Repository, value: str) -> None:
    leaking.git("commit-graph", "write", "--reachable")
    (graph,) = leaking.git_dir.glob("objects/info/commit-graph")
    graph.chmod(0o644)
    graph.write_bytes(graph.read_bytes().replace(bytes.fromhex(leaking.id("HEAD~1")), bytes(20)))

    result = swept(leaking.path)

    assert (values(result), result.gaps) == ([value], ())
