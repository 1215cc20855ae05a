"""Archives on their whole way: what stands in them is found, placed, told of and left out like the rest."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from tests.command import Command
from tests.repository import Repository
from tests.values import account

MEMBER = "bots/config.py"
PATH = f"backup/all.zip!{MEMBER}"


def archive(file: Path, note: str = "") -> None:
    """Write an archive with one file that holds a credential behind `note`."""
    values = account()
    text = f'{note}OKX_API_KEY = "{values.key}"\nOKX_SECRET_KEY = "{values.secret}"\n'
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as whole:
        whole.writestr(MEMBER, text)
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(stream.getvalue())


def test_scan_staged_and_history_look_inside(repository: Repository, okx: Command) -> None:
    archive(repository.path / "backup" / "all.zip")
    repository.git("add", "--all")
    for command in ("scan", "staged"):
        run = okx(command, "--format", "json")
        assert run.status == 1
        assert [(f["path"], f["line"]) for f in run.report["findings"]] == [(PATH, 1), (PATH, 2)]
    repository.git("commit", "--quiet", "-m", "Add a backup")
    (repository.path / "backup" / "all.zip").unlink()
    repository.git("add", "--all")
    repository.git("commit", "--quiet", "-m", "Remove it")
    run = okx("history", "--format", "json")
    assert run.status == 1
    for finding in run.report["findings"]:
        assert finding["path"] == PATH
        assert finding["commit"]["subject"] == "Add a backup"
        assert finding["last_commit"]["subject"] == "Remove it"


def test_excludes_are_about_the_archive(okx: Command) -> None:
    archive(okx.folder / "backup" / "all.zip")
    assert okx("scan", "--exclude", "*.zip").status == 0
    assert okx("scan", "--exclude", "*.py").status == 1


def test_a_comment_elsewhere_in_an_archive_silences_nothing(okx: Command) -> None:
    # The note ends up in the first line of the archive, and a finding in the first line of the member.
    archive(okx.folder / "backup" / "all.zip", note='"okx-secret-scan: allow"; ')
    run = okx("scan", "--format", "json")
    assert [f["line"] for f in run.report["findings"]] == [1, 2]


def test_a_damaged_archive_is_not_clean(okx: Command) -> None:
    archive(okx.folder / "backup" / "all.zip")
    file = okx.folder / "backup" / "all.zip"
    file.write_bytes(file.read_bytes()[:40])
    run = okx("scan", "--format", "json")
    assert run.status == 2
    assert [error["path"] for error in run.report["errors"]] == ["backup/all.zip"]
