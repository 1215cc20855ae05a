"""How far a scan is, on standard error."""

from __future__ import annotations

import sys
import time

from okx_secret_scan.cli.options import Options
from okx_secret_scan.scan import Outcome, Progress, Silence

_PATIENCE = 1.0
"""Seconds before progress shows: most scans end sooner."""


class Line:
    """One line that is rewritten in place while the shares go by."""

    def __init__(self, patience: float) -> None:
        self._patience = patience
        self._begin = time.monotonic()
        self._shares = self._done = self._bytes = self._findings = 0
        self._shown = False

    def started(self, shares: int) -> None:
        """Begin to count."""
        self._shares = shares

    def advanced(self, outcome: Outcome) -> None:
        """Show the new count."""
        self._done += 1
        self._bytes += outcome.bytes
        self._findings += len(outcome.findings)
        if time.monotonic() - self._begin >= self._patience:
            share = 100 * self._done // self._shares
            read, found = self._bytes / 1_000_000, self._findings
            print(f"\r{share:3} %  {read:,.0f} MB read, {found} found", end="", file=sys.stderr, flush=True)
            self._shown = True

    def finished(self) -> None:
        """Make room for what comes next."""
        if self._shown:
            print("\r" + " " * 60 + "\r", end="", file=sys.stderr, flush=True)


def progress_for(options: Options) -> Progress:
    """Return what `options` ask for: by default a line that shows on a terminal if it takes long."""
    if options.progress:
        return Line(patience=0)
    on_terminal = sys.stderr is not None and sys.stderr.isatty()
    return Line(_PATIENCE) if options.progress is None and on_terminal and not options.quiet else Silence()
