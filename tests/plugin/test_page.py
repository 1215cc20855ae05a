"""The page on detect-secrets shows what its commands print today."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import Command
from tests.plugin import stock
from tests.repository import Repository
from tests.values import account

PAGE = (Path(__file__).parents[2] / "docs" / "detect-secrets.md").read_text(encoding="utf-8")
FENCE = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
BLOCKS = FENCE.findall(PAGE)
LEFT_OUT = "…"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the page is written for a POSIX shell")


def sessions() -> list[tuple[str, str]]:
    """Return each command after a prompt, and what the page says it prints."""
    blocks = [block for kind, block in BLOCKS if kind == "console"]
    session = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
    return [found for block in blocks for found in session.findall(block)]


def program() -> str:
    """Return the page's bot with values in the places that it leaves out."""
    owner = account()
    text: str = next(block for kind, block in BLOCKS if kind == "python")
    for value in (owner.key, owner.secret, owner.passphrase):
        text = text.replace(LEFT_OUT, value, 1)
    return text


def normal(text: str, repository: Repository) -> str:
    """Return `text` with what differs between values, machines and versions made the same."""
    text = text.replace(str(repository.path.resolve()), "/home/ada/bot")
    return re.sub(r'"[0-9a-f]{32}"|rev: v[\d.]+', "0", text)


@pytest.mark.parametrize(("command", "shown"), sessions(), ids=[command for command, _ in sessions()])
def test_output_is_what_the_page_shows(
    command: str, shown: str, okx: Command, repository: Repository
) -> None:
    repository.commit({"bot.py": program()})
    commands = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=repository.path,
        env=okx.environment({"PATH": commands}),
        capture_output=True,
        check=False,
    )
    printed = normal(done.stdout.decode(), repository)
    parts = [part.strip("\n ") for part in normal(shown, repository).split(LEFT_OUT)]
    assert re.fullmatch(".*".join(map(re.escape, parts)), printed.strip("\n "), re.DOTALL), printed


def test_stock_finds_nothing_in_the_bot(okx: Command, repository: Repository) -> None:
    repository.commit({"bot.py": program()})
    assert stock.scan(repository.path, "bot.py", plugin=False).results == {}


def test_page_shows_both_ways() -> None:
    assert len(sessions()) == 3
