from __future__ import annotations

import contextlib
import io
import itertools
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from okx_secret_scan import scan
from okx_secret_scan.cli.options import Options
from okx_secret_scan.cli.progress import progress_for
from okx_secret_scan.model import Blob, Gap
from okx_secret_scan.policy.policy import Policy
from okx_secret_scan.scan import Silence
from okx_secret_scan.sources import Share
from tests.command import Command, config
from tests.repository import Repository
from tests.terminal import Terminal
from tests.values import account

on_terminals = pytest.mark.skipif(os.name == "nt", reason="there are no pseudo-terminals")
PERCENT = re.compile(r"\d+ %")
CODE = re.compile(r"\x1b\[[0-9;?]*([A-Za-z])")
# One share of files holds no more.
MANY = 2000


class Screen(io.StringIO):
    """A terminal that notes what it is sent."""

    def isatty(self) -> bool:
        return True


@dataclass(frozen=True)
class Part:
    """A share of a megabyte, or one that does not come to its end."""

    ending: BaseException | None = None

    def read(self) -> Iterator[Blob | Gap]:
        if self.ending is not None:
            raise self.ending
        yield Blob(b"clean\n" * 170_000, "notes.txt")


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """A terminal of a hundred columns that can do what most can."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "100")
    return Screen()


ASKED = Options(progress=True)


def show(screen: Screen, *shares: Share, options: Options = ASKED) -> None:
    """Scan `shares` in this process, which has `screen` for standard error."""
    with contextlib.redirect_stderr(screen):
        scan.run("scan", shares, policy=Policy(), progress=progress_for(options))


def drawn(screen: Screen) -> list[str]:
    """Return what stood in the line, one after the other."""
    return [CODE.sub("", text) for text in re.split(r"[\r\n]+", screen.getvalue())]


def test_progress_tells_objects_bytes_rate_and_time_left(repository: Repository, okx: Command) -> None:
    repository.commit({"a.py": "clean\n" * 300_000})

    run = okx("history", "--progress", "--no-cache")

    line = r"okx-secret-scan: searching 100 %, \d objects, 2 MB at [\d,]+ MB/s, 0 found, 0:00 left"
    assert re.fullmatch(line, run.err.splitlines()[0])


def test_a_terminal_shows_the_same_beside_a_bar_and_nothing_is_left_of_it(screen: Screen) -> None:
    show(screen, Part(), Part(), Part())

    first = next(text for text in drawn(screen) if "%" in text)
    assert re.fullmatch(r"[━╸╺]+ + 33 %, 1 MB at [\d,]+ MB/s, 0 found, \d+:\d\d left", first)
    assert drawn(screen)[-1] == ""
    # Up to the line, and away with it.
    assert screen.getvalue().rstrip("\r").endswith("\x1b[1A\x1b[2K")


def test_an_interrupted_scan_leaves_nothing_of_the_bar(screen: Screen) -> None:
    with pytest.raises(KeyboardInterrupt):
        show(screen, Part(), Part(ending=KeyboardInterrupt()), Part())

    assert any("%" in text for text in drawn(screen))
    assert screen.getvalue().rstrip("\r").endswith("\x1b[1A\x1b[2K")


def test_the_cursor_is_there_while_the_bar_is(screen: Screen) -> None:
    show(screen, Part(), Part())

    before, _, _ = screen.getvalue().partition("%")
    hidden, shown = before.rfind("\x1b[?25l"), before.rfind("\x1b[?25h")
    assert hidden <= shown


@pytest.mark.parametrize("columns", [1, 20, 80])
def test_the_bar_leaves_room_in_its_line_for_the_echo_of_ctrl_c(
    columns: int, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    show(screen, Part(), Part())

    assert max(map(len, drawn(screen))) <= max(columns - len("^C") - 1, 1)


def test_workers_are_forked_from_a_process_without_threads(screen: Screen) -> None:
    threads: list[int] = []

    class Watched(Part):
        def read(self) -> Iterator[Blob | Gap]:
            threads.append(threading.active_count())
            return super().read()

    before = threading.active_count()
    show(screen, Part(), Watched())
    assert any("%" in text for text in drawn(screen))
    assert threads == [before]


def test_what_was_found_adds_up_over_the_repositories_of_a_sweep(okx: Command, tmp_path: Path) -> None:
    for name in ("one", "two"):
        Repository(tmp_path / name).commit({"config.py": config(account())})

    run = okx("sweep", tmp_path / "one", tmp_path / "two", "--progress", "--no-cache")

    assert list(dict.fromkeys(re.findall(r"\d+ found", run.err))) == ["0 found", "3 found", "6 found"]


@pytest.mark.parametrize(("options", "shows"), [(Options(), False), (ASKED, True)])
def test_a_scan_of_less_than_a_second_shows_nothing_of_itself(
    options: Options, shows: bool, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = itertools.count()
    monkeypatch.setattr(time, "monotonic", lambda: next(clock) / 10)

    show(screen, *[Part()] * 5, options=options)

    assert ("%" in screen.getvalue()) is shows


@pytest.mark.parametrize("terminal", ["dumb", "unknown"])
def test_terminals_that_cannot_take_a_line_back_get_one_every_now_and_then(
    terminal: str, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", terminal)
    clock = itertools.count(0, 3)
    monkeypatch.setattr(time, "monotonic", lambda: float(next(clock)))

    show(screen, *[Part()] * 9, options=Options())

    # After three seconds, ten more, and as many again; then the end.
    assert PERCENT.findall(screen.getvalue()) == ["11 %", "55 %", "100 %"]
    assert not re.search("[\r\x1b]", screen.getvalue())


@pytest.mark.parametrize("terminal", ["xterm", "dumb"])
def test_a_terminal_that_went_away_does_not_end_the_scan(
    terminal: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Gone(Screen):
        tried = False

        def write(self, text: str) -> int:
            self.tried = True
            raise OSError(5, "Input/output error")

    monkeypatch.setenv("TERM", terminal)
    screen = Gone()
    show(screen, Part(), Part())
    assert screen.tried


def test_a_reader_that_left_does_not_end_the_scan(repository: Repository, okx: Command) -> None:
    repository.commit({"config.py": config(account())})
    there, here = os.pipe()
    os.close(there)
    done = subprocess.run(
        okx.line("scan", "--progress"),
        cwd=okx.folder,
        env=okx.environment(),
        stdout=subprocess.PIPE,
        stderr=here,
        check=False,
    )
    os.close(here)
    assert done.returncode == 1
    assert b"config.py" in done.stdout


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


@on_terminals
@pytest.mark.parametrize("arguments", [("staged",), ("scan",), ("history", "--no-cache")])
@pytest.mark.parametrize("more", [(), ("--quiet",), ("--no-progress",)])
def test_a_scan_that_shows_no_progress_does_not_load_rich(
    arguments: tuple[str, ...], more: tuple[str, ...], repository: Repository, okx: Command
) -> None:
    repository.commit({"config.py": config(account())})
    repository.add({"module.py": config(account())})
    terminal = Terminal(okx, *arguments, *more, PYTHONPROFILEIMPORTTIME="1", TERM="xterm")

    loaded = terminal.wait_for("CRITICAL")
    assert "okx_secret_scan.cli.progress" in loaded
    assert not re.search(r"\brich\b", loaded)


@on_terminals
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_progress_stays_in_one_line_of_a_narrow_terminal(
    jobs: str, repository: Repository, okx: Command
) -> None:
    repository.add({f"{number}.txt": "clean\n" for number in range(MANY + 1)})
    terminal = Terminal(okx, "scan", "--progress", "--jobs", jobs, TERM="xterm")
    terminal.resize(20)
    shown = [CODE.sub("", text) for text in terminal.wait_for("no findings").split("\r")]
    assert any(PERCENT.match(text.strip()) for text in shown)
    assert max(map(len, shown)) < 20
