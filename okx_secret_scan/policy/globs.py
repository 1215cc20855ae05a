"""Globs as in `.gitignore`, compiled so that no glob and no path can hold up a scan.

The patterns that a glob becomes try every way to share a path out between its asterisks. Scanned content may
bring both, so such a search is given up after a while.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Sequence
from typing import AnyStr

import regex
from pathspec import GitIgnoreSpec
from pathspec.pattern import RegexMatchResult
from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

# With no more asterisks than these, the number of ways is small.
_FEW = 2
PATIENCE = 1.0
"""Seconds after which the search for one glob in one path is given up."""


class SlowGlobError(Exception):
    """Comparing `glob` with a path takes too long."""

    def __init__(self, glob: str) -> None:
        super().__init__(glob)
        self.glob = glob


class _Patient(GitIgnoreSpecPattern):
    """A glob with many asterisks."""

    def __init__(self, glob: str) -> None:
        super().__init__(glob)
        self._glob = glob
        self._pattern = regex.compile(self.regex.pattern) if self.regex else None

    def match_file(self, file: AnyStr) -> RegexMatchResult | None:
        try:
            match = self._pattern.search(file, timeout=PATIENCE) if self._pattern else None
        except TimeoutError:
            raise SlowGlobError(self._glob) from None
        return RegexMatchResult(match) if match else None  # type: ignore[arg-type]


def compiled(globs: Sequence[str]) -> GitIgnoreSpec:
    """Return what compares paths with `globs`; raises `ValueError` for one that is none."""
    with warnings.catch_warnings():
        # Python warns about brackets that it may understand otherwise one day; nobody here can mend that.
        warnings.simplefilter("ignore", FutureWarning)
        try:
            return GitIgnoreSpec(map(_pattern, globs), backend="simple")
        except (re.error, regex.error) as error:
            raise ValueError(str(error)) from None


def _pattern(glob: str) -> GitIgnoreSpecPattern:
    return GitIgnoreSpecPattern(glob) if glob.count("*") <= _FEW else _Patient(glob)
