"""What the audit shows around a finding: never a value, whatever else the file holds or becomes."""

from __future__ import annotations

import base64
import sys

import pytest

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
