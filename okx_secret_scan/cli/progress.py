"""How far a scan is, on standard error."""

from __future__ import annotations

import os
import sys
import time

from okx_secret_scan.cli.options import Options
from okx_secret_scan.scan import Outcome, Progress, Silence

_PATIENCE = 1.0
"""Seconds before progress shows: most scans end sooner."""


class Line:
    """One line that is rewritten in place while the shares go by; a scan may start several times."""

    def __init__(self, patience: float) -> None:
        self._patience = patience
        self._first = self._begin = time.monotonic()
        self._shares = self._done = self._objects = self._bytes = self._findings = 0
        self._width = 0

    def started(self, shares: int) -> None:
        """Begin to count."""
        self._begin = time.monotonic()
        self._shares, self._done, self._objects, self._bytes = shares, 0, 0, 0

    def advanced(self, outcome: Outcome) -> None:
        """Show the new count."""
        self._done += 1
        self._objects += outcome.blobs + outcome.commits
        self._bytes += outcome.bytes
        self._findings += len(outcome.findings)
        if time.monotonic() - self._first >= self._patience:
            self._show(self._words())

    def finished(self) -> None:
        """Make room for what comes next."""
        if self._width:
            print("\r" + " " * self._width + "\r", end="", file=sys.stderr, flush=True)
            self._width = 0

    def _words(self) -> str:
        seconds = max(time.monotonic() - self._begin, 0.001)
        left = seconds * (self._shares - self._done) / self._done
        megabytes = self._bytes / 1_000_000
        parts = [
            f"{100 * self._done // self._shares:3} %",
            f"{self._objects:,} objects" if self._objects else "",
            f"{megabytes:,.0f} MB at {megabytes / seconds:,.0f} MB/s",
            f"{self._findings} found",
            f"{left // 60:.0f}:{left % 60:02.0f} left",
        ]
        return ", ".join(part for part in parts if part)

    def _show(self, words: str) -> None:
        columns = _columns()
        # A line that is full, or goes on in the next, could not be taken back.
        shown = words if columns is None else words[: columns - 1]
        print("\r" + shown.ljust(self._width), end="", file=sys.stderr, flush=True)
        self._width = len(shown)


def _columns() -> int | None:
    """Return how wide the terminal is that progress shows on, None where there is none."""
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or None
    except (OSError, ValueError):
        return None


def progress_for(options: Options) -> Progress:
    """Return what `options` ask for: by default a line that shows on a terminal if it takes long."""
    if sys.stderr is None or options.progress is False:
        return Silence()
    if options.progress:
        return Line(patience=0)
    return Line(_PATIENCE) if sys.stderr.isatty() and not options.quiet else Silence()
