"""Values in the names of files, folders and refs: found where the names are met, and shown nowhere."""

from __future__ import annotations

import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from okx_secret_scan.reports import FORMATS
from tests.command import Command, Run
from tests.repository import Repository
from tests.values import api_key, secret_key


def _names(run: Run) -> list[tuple[str, str]]:
    """Return source and path of every finding."""
    return [(finding["source"], finding["path"]) for finding in run.report["findings"]]


def _masked(value: str) -> str:
    return value[:4] + "*" * (len(value) - 4)


@pytest.mark.parametrize("command", ["scan", "staged"])
def test_files_and_folders(repository: Repository, okx: Command, command: str) -> None:
    key, secret = api_key(), secret_key()
    repository.commit()
    files = [
        f"keys/okx-api-key-{key}.txt",
        f"okx_{secret}/a.txt",
        f"okx_{secret}/b.txt",
        f"x/{api_key()}.txt",
    ]
    repository.add(dict.fromkeys(files, "text\n"))

    run = okx(command, "--format=json")

    assert run.status == 1
    assert _names(run) == [
        ("path-name", f"keys/okx-api-key-{_masked(key)}.txt"),
        ("path-name", f"okx_{_masked(secret)}"),
    ]
    assert [(finding["line"], finding["column"]) for finding in run.report["findings"]] == [(1, 18), (1, 5)]
    assert run.report["summary"]["files"] == 4


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_shows_a_value_that_is_in_a_name_alone(
    repository: Repository, okx: Command, name: str
) -> None:
    value, member, broken = secret_key(), secret_key(), secret_key()
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w") as content:
        content.writestr(f"okx_{member}.txt", "text\n")
    damaged = archive.getvalue().replace(member.encode(), broken.encode()).replace(b"text", b"TEXT")
    repository.add({f"okx_{value}.txt": "text\n", "a.zip": archive.getvalue(), "b.zip": damaged})
    repository.commit()

    for run in (okx("scan", f"--format={name}", "-v"), okx("history", f"--format={name}", "-v")):
        assert run.status == 1
        assert not [one for one in (value, member, broken) if one in run.out + run.err]
        assert value[:4] in run.out


def test_a_name_is_told_as_such(repository: Repository, okx: Command) -> None:
    value = secret_key()
    repository.add({f"okx_{value}.txt": "text\n"})

    assert f"name of okx_{_masked(value)}.txt:1:5" in okx("scan").out


def test_a_comment_in_the_file_says_nothing_of_its_name(repository: Repository, okx: Command) -> None:
    repository.add({f"okx_{secret_key()}.py": "# okx-secret-scan: allow-file\n"})

    assert okx("scan").status == 1


def test_a_name_can_be_accepted(repository: Repository, okx: Command) -> None:
    repository.add({f"okx_{secret_key()}.txt": "text\n"})
    (finding,) = okx("scan", "--format=json").report["findings"]
    repository.add({".okx-secret-scan-ignore": f"{finding['fingerprint']}  # a test\n"})

    assert okx("scan").status == 0


def test_what_cannot_be_read_has_a_name(repository: Repository, okx: Command) -> None:
    value = secret_key()
    repository.commit({"a.txt": "text\n"})

    run = okx("staged", f"okx_{value}.txt", "--format=json")

    assert run.status == 1
    assert _names(run) == [("path-name", f"okx_{_masked(value)}.txt")]
    assert [error["path"] for error in run.report["errors"]] == [f"okx_{_masked(value)}.txt"]


@pytest.mark.parametrize("arguments", [["scan"], ["history"], ["message"], ["sweep"], ["scan", "--config"]])
def test_an_error_repeats_no_value_in_a_name(okx: Command, arguments: list[str]) -> None:
    value = secret_key()

    run = okx(*arguments, f"okx_{value}.txt")

    assert run.status == 2
    assert value not in run.out + run.err


@pytest.mark.skipif(sys.platform == "win32", reason="no such folder names there")
@pytest.mark.parametrize(
    "command", ["explain", "doctor", "install", "detect-secrets init", "baseline create", "config"]
)
def test_the_name_of_the_repository_itself_does_nothing(okx: Command, tmp_path: Path, command: str) -> None:
    value = secret_key()
    place = Repository(tmp_path / f"\x1b[31m\n::error::x\n okx_{value}")
    place.commit({"a.py": f'OKX_API_KEY = "{api_key()}"\n'})
    (finding,) = okx("scan", "--format=json", folder=place.path).report["findings"]
    words = [*command.split(), *([finding["fingerprint"]] if command == "explain" else [])]

    run = okx(*words, folder=place.path)

    written = run.out + run.err
    assert written
    assert value not in written
    assert "\x1b" not in written
    assert not [line for line in written.splitlines() if line.startswith("::")]


@pytest.mark.parametrize("hook", [{}, {"GIT_INDEX_FILE": ".git/index"}])
def test_a_submodule_called_after_a_value(repository: Repository, okx: Command, hook: dict[str, str]) -> None:
    value = secret_key()
    repository.commit({"a.txt": "text\n"})
    repository.git("update-index", "--add", "--cacheinfo", f"160000,{repository.id()},okx_{value}")

    run = okx("staged", environment=hook)

    assert run.status == 1
    assert f"name of okx_{_masked(value)}" in run.out
    assert value not in run.out + run.err


@pytest.fixture
def pushed(repository: Repository, tmp_path: Path) -> Repository:
    """A repository whose branch is on `origin`."""
    remote = Repository(tmp_path / "remote.git", "--bare")
    repository.commit({"a.txt": "text\n", "b/c.txt": "more\n", f"x/okx_{secret_key()}.txt": "old\n"})
    repository.git("remote", "add", "origin", str(remote.path))
    repository.git("push", "--quiet", "--set-upstream", "origin", "main")
    return repository


def test_a_push_that_gives_old_content_a_new_name(pushed: Repository, okx: Command) -> None:
    of_file, of_folder = secret_key(), secret_key()
    pushed.git("mv", "a.txt", f"okx_{of_file}.txt")
    pushed.git("mv", "b", f"okx_{of_folder}")
    renamed = pushed.commit()
    pushed.commit({"d.txt": "new\n"})

    run = okx("push", "origin", "--format=json")

    expected = [f"okx_{_masked(of_file)}.txt", f"okx_{_masked(of_folder)}"]
    assert sorted(_names(run)) == sorted(("path-name", path) for path in expected)
    assert {finding["commit"]["sha"] for finding in run.report["findings"]} == {renamed}
    assert of_file not in run.out + run.err


def test_a_push_of_a_new_file_and_a_branch_called_after_values(pushed: Repository, okx: Command) -> None:
    key, secret = api_key(), secret_key()
    pushed.git("checkout", "--quiet", "-b", f"okx-api-key-{key}")
    pushed.commit({f"okx_{secret}.txt": "new\n"})

    run = okx("push", "origin", "--format=json")

    assert sorted(_names(run), key=str) == [("path-name", f"okx_{_masked(secret)}.txt"), ("ref-name", None)]
    assert not [value for value in (key, secret) if value in run.out + run.err]
