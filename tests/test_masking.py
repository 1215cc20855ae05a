"""No command, format, message or file ever holds a raw value."""

from __future__ import annotations

import html
import json
from pathlib import Path
from urllib.parse import quote

import pytest

from okx_secret_scan.reports import FORMATS
from tests import values
from tests.command import Command, config
from tests.repository import Repository

Spellings = set[str]


def spellings(value: str) -> Spellings:
    """Return the ways in which a format could write `value`."""
    return {value, json.dumps(value)[1:-1], html.escape(value), quote(value)}


@pytest.fixture
def planted(repository: Repository) -> Spellings:
    """A repository with values in its history, index, files, messages and paths; returns their spellings."""
    accounts = [values.account() for _ in range(8)]
    for account in accounts[:4]:
        repository.commit({f"old/{account.secret}.py": config(account)}, message=f"Add\n\n{config(account)}")
    repository.git("rm", "--quiet", "-r", "old")
    repository.commit()
    repository.add({f"staged/{account.key}.py": config(account) for account in accounts[4:6]})
    repository.write("untracked.py", config(accounts[6]))
    repository.write(f"{accounts[6].secret}/untracked.zip", b"PK\x03\x04 damaged")
    repository.write("MESSAGE", config(accounts[7]))
    parts = [part for account in accounts for part in (account.key, account.secret, account.passphrase)]
    return {spelling for part in parts for spelling in spellings(part)}


COMMANDS = (
    ["scan"],
    ["scan", "-"],
    ["staged"],
    ["message", "MESSAGE"],
    ["history"],
    ["push", "--from-ref", "HEAD~4", "--to-ref", "HEAD"],
)


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_nothing_written_holds_a_raw_value(
    okx: Command, repository: Repository, planted: Spellings, tmp_path: Path, arguments: list[str]
) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    reports = [option for name in FORMATS for option in ("--report", f"{name}={folder / name}")]
    stdin = (repository.path / "untracked.py").read_bytes()
    run = okx(*arguments, "-vv", "--color", "always", *reports, stdin=stdin)
    assert run.status == 1
    assert "CRITICAL" in run.out
    written = [run.out, run.err, *(path.read_text("utf-8") for path in folder.iterdir())]
    assert len(written) == 2 + len(FORMATS)
    assert not [value for value in planted for text in written if value in text]


def test_no_file_beside_the_reports_is_left_behind(
    okx: Command, repository: Repository, planted: Spellings, tmp_path: Path
) -> None:
    before = set(tmp_path.rglob("*"))
    okx("scan")
    okx("history")
    for path in set(tmp_path.rglob("*")) - before:
        assert not path.is_file() or not [v for v in planted if v.encode() in path.read_bytes()]


def test_explain_and_baseline_hold_no_raw_value(
    okx: Command, repository: Repository, planted: Spellings
) -> None:
    for found in okx("scan", "--format", "json").report["findings"]:
        run = okx("explain", found["fingerprint"])
        assert run.status == 0
        assert not [value for value in planted if value in run.out + run.err]
    before = set(repository.path.rglob("*"))
    run = okx("baseline", "create")
    new = [path.read_text("utf-8") for path in set(repository.path.rglob("*")) - before if path.is_file()]
    assert new
    assert not [value for value in planted for text in (run.out, run.err, *new) if value in text]
