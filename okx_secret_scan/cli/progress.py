"""How far a scan is, on standard error."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from typing import TYPE_CHECKING, Protocol

from okx_secret_scan.cli.options import Options
from okx_secret_scan.cli.output import tell
from okx_secret_scan.scan import Progress, Silence
from okx_secret_scan.shares import Outcome

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.live import Live

_PATIENCE = 1.0
"""Seconds before progress shows: most scans end sooner."""
_BAR_WIDTH = 30
# Ctrl-C echoes `^C` behind the cursor: a line that goes on in the next could not be taken back.
_MARGIN = 3


class View(Protocol):
    """Where progress shows: every `interval` seconds and, if what it shows is `lasting`, at the end."""

    interval: float
    lasting: bool

    def show(self, words: str, part: float) -> None:
        """Show `words` about the `part` (0 to 1) that is done."""

    def clear(self) -> None:
        """Make room for what comes next."""


class Bar:
    """One line of a terminal, which is gone afterwards."""

    interval = 0.1
    lasting = False

    def __init__(self) -> None:
        self._live: Live | None = None

    def show(self, words: str, part: float) -> None:
        """Draw the line anew."""
        if self._live is None:
            self._live = _live()
            self._live.start()
            # It hides the cursor: a scan that is killed or put to sleep would leave the shell without.
            self._live.console.show_cursor(True)
        self._live.update(_line(words, part, self._live.console.width - _MARGIN), refresh=True)

    def clear(self) -> None:
        """Take the line back."""
        live, self._live = self._live, None
        if live is not None:
            live.stop()


class Lines:
    """A line every now and then, for files and for terminals that cannot take one back."""

    interval = 10.0
    lasting = True

    def show(self, words: str, part: float) -> None:
        """Write one more line."""
        tell(words)

    def clear(self) -> None:
        """Leave what was written."""


class Meter:
    """Counts what is read, and found, for a `view` that opens after `patience` seconds.

    One may serve several scans: what was found adds up.
    """

    def __init__(self, view: View, patience: float) -> None:
        self._view = view
        self._begin = time.monotonic()
        self._opens = self._due = self._begin + patience
        self._doing = ""
        self._shares = self._done = self._objects = self._bytes = self._findings = 0

    def started(self, shares: int, doing: str = "") -> None:
        """Begin to count."""
        self._doing = f"{doing} " if doing else ""
        self._begin = time.monotonic()
        self._shares, self._done, self._objects, self._bytes = shares, 0, 0, 0

    def advanced(self, outcome: Outcome) -> None:
        """Show the new count if it is time."""
        self._done += 1
        self._objects += outcome.blobs + outcome.commits
        self._bytes += outcome.bytes
        self._findings += len(outcome.findings)
        now = time.monotonic()
        if self._shows(now):
            self._due = now + self._view.interval
            # A scan goes on when nobody can see it any more.
            with contextlib.suppress(OSError):
                self._view.show(self._words(now - self._begin), self._done / self._shares)

    def finished(self) -> None:
        """Make room for what comes next."""
        with contextlib.suppress(OSError):
            self._view.clear()

    def _shows(self, now: float) -> bool:
        if self._done < self._shares:
            return now >= self._due
        return self._view.lasting and now >= self._opens

    def _words(self, seconds: float) -> str:
        """Say how far the scan is after `seconds`."""
        left = seconds * (self._shares - self._done) / self._done
        megabytes = self._bytes / 1_000_000
        parts = [
            f"{self._doing}{100 * self._done // self._shares:3} %",
            f"{self._objects:,} objects" if self._objects else "",
            f"{megabytes:,.0f} MB at {megabytes / max(seconds, 0.001):,.0f} MB/s",
            f"{self._findings} found",
            f"{left // 60:.0f}:{left % 60:02.0f} left",
        ]
        return ", ".join(part for part in parts if part)


def progress_for(options: Options) -> Progress:
    """Return what `options` ask for: by default it shows on a terminal if the scan takes long."""
    if sys.stderr is None or options.progress is False:
        return Silence()
    terminal = sys.stderr.isatty()
    if not options.progress and (options.quiet or not terminal):
        return Silence()
    draws = terminal and os.environ.get("TERM") not in ("dumb", "unknown")
    return Meter(Bar() if draws else Lines(), patience=0 if options.progress else _PATIENCE)


def _live() -> Live:
    # Loading takes longer than most scans do.
    from rich.console import Console
    from rich.live import Live

    return Live(
        console=Console(stderr=True),
        auto_refresh=False,  # workers are forked meanwhile: a thread could hold a lock that they wait for
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )


def _line(words: str, part: float, width: int) -> RenderableType:
    """Return a bar and `words` in one line of at most `width` columns."""
    from rich.constrain import Constrain
    from rich.progress_bar import ProgressBar
    from rich.table import Table
    from rich.text import Text

    bar = ProgressBar(total=1, completed=part, width=_BAR_WIDTH)
    line = Table.grid(padding=(0, 1))
    line.add_column()
    # Where there is little room, the bar gives way.
    line.add_column(no_wrap=True)
    line.add_row(bar, Text(words, overflow="crop"))
    return Constrain(line, max(width, 1))
