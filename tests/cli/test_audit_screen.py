"""What the audit shows around a finding: never a value, whatever else the file holds or becomes."""

from __future__ import annotations

import base64
import json
import sys

import pytest

from okx_secret_scan.policy.baseline import NAME
from okx_secret_scan.sources.worktree import MAPPED
from tests.command import Command, config
from tests.repository import Repository
from tests.terminal import Terminal
from tests.values import account

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals like these")

QUESTION = "r/f/l/b/q: "


def screens(okx: Command, number: int) -> str:
    """Return all that an audit of `number` findings shows."""
    terminal = Terminal(okx, "baseline", "audit")
    shown = []
    for _ in range(number):
        shown.append(terminal.wait_for(QUESTION))
        terminal.press("l\n")
    shown.append(terminal.wait_for("not judged"))
    assert terminal.end() == 0
    return "".join(shown)


def test_a_value_known_from_another_file_is_masked(okx: Command, repository: Repository) -> None:
    ours, other = account(), account()
    repository.write("bot.py", config(ours))
    repository.write("other.py", config(other) + f"# was {ours.passphrase}\n")
    okx("baseline", "create")
    shown = screens(okx, 6)
    assert "# was ********" in shown
    assert ours.passphrase not in shown


def test_the_lines_of_a_large_file_are_shown(okx: Command, repository: Repository) -> None:
    ours = account()
    repository.write("bot.py", "number = 1\n" * (MAPPED // 11 + 1) + config(ours))
    okx("baseline", "create")
    shown = screens(okx, 3)
    assert "OKX_API_KEY = " in shown
    assert ours.key not in shown


def test_nothing_is_shown_of_a_file_that_changes_meanwhile(okx: Command, repository: Repository) -> None:
    ours = account()
    encoded = base64.b64encode(ours.secret.encode()).decode()
    text = config(ours).replace(ours.secret, encoded)
    repository.write("bot.py", text)
    okx("baseline", "create")
    terminal = Terminal(okx, "baseline", "audit")
    first = terminal.wait_for(QUESTION)
    assert "OKX_API_KEY = " in first
    repository.write("bot.py", "# a new line\n" + text)
    shown = [first]
    for _ in range(2):
        terminal.press("l\n")
        shown.append(terminal.wait_for(QUESTION))
        assert "The file has changed since the scan" in shown[-1]
    terminal.press("q\n")
    terminal.wait_for("not judged")
    assert terminal.end() == 0
    assert encoded not in "".join(shown)


def test_what_changes_the_baseline_meanwhile_is_kept(okx: Command, repository: Repository) -> None:
    repository.write("bot.py", config(account()))
    okx("baseline", "create")
    terminal = Terminal(okx, "baseline", "audit")
    terminal.wait_for(QUESTION)
    repository.write("other.py", config(account()))
    assert okx("baseline", "update", "--reason", "sandbox").status == 0
    terminal.press("f\n")
    terminal.wait_for(QUESTION)
    terminal.press("q\n")
    terminal.wait_for("not judged")
    assert terminal.end() == 0
    entries = [json.loads(line) for line in (repository.path / NAME).read_text().splitlines()[1:]]
    assert [entry["reason"] for entry in entries] == ["sandbox"] * 6
    assert [entry["verdict"] for entry in entries if "verdict" in entry] == ["false-alarm"]


def test_what_changes_the_baseline_of_detect_secrets_meanwhile_is_kept(
    okx: Command, repository: Repository
) -> None:
    repository.commit({"bot.py": config(account())})
    assert okx("detect-secrets", "init").status == 0
    file = repository.path / ".secrets.baseline"
    terminal = Terminal(okx, "detect-secrets", "audit")
    terminal.wait_for(QUESTION)
    content = json.loads(file.read_text())
    file.write_text(json.dumps(content | {"filters_used": []}))
    terminal.press("f\n")
    terminal.wait_for(QUESTION)
    terminal.press("q\n")
    terminal.wait_for("not judged")
    assert terminal.end() == 0
    content = json.loads(file.read_text())
    assert content["filters_used"] == []
    assert sum("is_secret" in each for each in content["results"]["bot.py"]) == 1


def test_a_linked_baseline_stays_a_link_and_keeps_its_mode(okx: Command, repository: Repository) -> None:
    repository.write("bot.py", config(account()))
    okx("baseline", "create")
    link, file = repository.path / NAME, repository.path / "policy.jsonl"
    link.rename(file)
    link.symlink_to(file.name)
    file.chmod(0o664)
    repository.write("other.py", config(account()))
    assert okx("baseline", "update").status == 0
    assert link.is_symlink()
    assert file.stat().st_mode & 0o777 == 0o664
    assert file.read_text().count("other.py") == 3


def test_an_empty_reason_is_none(okx: Command, repository: Repository) -> None:
    repository.write(".okx-secret-scan.toml", "strict = true\n")
    repository.write("bot.py", config(account()))
    run = okx("baseline", "create", "--reason", " ")
    assert run.status == 2
    assert "say it with --reason TEXT" in run.err
