"""What tests share."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from hypothesis import settings

from tests.command import Command
from tests.repository import Repository

# What a change breaks fails in every run; `--hypothesis-profile=explore` looks for what nobody knows yet.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("explore", derandomize=False, deadline=None)
settings.load_profile("repeatable")

# What a shell starts in the background ignores Ctrl-C, and so would every process that the tests start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """An empty repository with its own home."""
    return Repository(tmp_path / "repository")


@pytest.fixture
def okx(tmp_path: Path) -> Command:
    """The command; it starts in the test's repository or, where there is none, in its temporary folder."""
    home = tmp_path / "home"
    home.mkdir()
    folder = tmp_path / "repository"
    folder.mkdir(exist_ok=True)
    return Command(folder, home)
