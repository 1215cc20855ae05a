from __future__ import annotations

import io
import os
import re
import sys

import pytest

from okx_secret_scan.cli.options import Options
from okx_secret_scan.cli.progress import progress_for
from okx_secret_scan.scan import Silence
from tests.command import Command
from tests.repository import Repository
from tests.terminal import Terminal


def test_progress_tells_objects_bytes_rate_and_time_left(repository: Repository, okx: Command) -> None:
    repository.commit({"a.py": "clean\n" * 300_000})

    run = okx("history", "--progress", "--no-cache")

    shown = run.err.split("\r")
    assert re.search(
        r"^100 %, \d objects, 2 MB at [\d,]+ MB/s, 0 found, 0:00 left", "\n".join(shown), re.MULTILINE
    )
    assert shown[-1] == ""
    assert shown[-2].strip() == ""


def test_nothing_shows_where_nobody_looks(repository: Repository, okx: Command) -> None:
    repository.commit({"a.py": "clean\n"})

    assert okx("history").err == ""


@pytest.mark.parametrize(
    ("terminal", "options", "shows"),
    [
        (True, Options(), True),
        (True, Options(quiet=True), False),
        (True, Options(progress=False), False),
        (False, Options(), False),
        (False, Options(progress=True), True),
    ],
)
def test_terminals_see_progress_and_files_do_not(
    monkeypatch: pytest.MonkeyPatch, terminal: bool, options: Options, shows: bool
) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(stream, "isatty", lambda: terminal)
    monkeypatch.setattr(sys, "stderr", stream)

    assert isinstance(progress_for(options), Silence) is not shows


@pytest.mark.skipif(os.name == "nt", reason="there are no pseudo-terminals")
def test_progress_stays_in_one_line_of_a_narrow_terminal(repository: Repository, okx: Command) -> None:
    repository.commit({"a.py": "clean\n" * 300_000})
    terminal = Terminal(okx, "history", "--progress", "--no-cache")
    terminal.resize(30)
    shown = terminal.wait_for("no findings").split("\r")
    assert any(line.startswith("100 %, ") for line in shown)
    assert max(map(len, shown)) < 30
