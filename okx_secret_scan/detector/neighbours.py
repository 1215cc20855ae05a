"""Looks up what stands near a place, so that a text with many values costs no more than its size."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from typing import Generic, TypeVar

T = TypeVar("T")
NEAR = 6  # lines between the parts of a set that nothing else ties
FAR = 40
# A crowd on one line (a dump, a minified file) is seen this far to either side.
_CROWD = 24


class Neighbours(Generic[T]):
    """Things by where they stand: the offset and the line of each."""

    def __init__(self, things: Iterable[tuple[int, int, T]] = ()) -> None:
        self._things = {start: (line, thing) for start, line, thing in things}
        self._starts = sorted(self._things)

    def add(self, start: int, line: int, thing: T) -> None:
        """Put `thing` at offset `start` in `line`."""
        if start not in self._things:
            insort(self._starts, start)
        self._things[start] = line, thing

    def near(self, start: int, line: int, reach: int) -> list[T]:
        """Return what stands within `reach` lines of a place, in reading order; of a crowd the nearest."""
        here = bisect_left(self._starts, start)
        around = self._starts[max(0, here - _CROWD) : here + _CROWD]
        found = (self._things[at] for at in around)
        return [thing for at, thing in found if abs(at - line) <= reach]

    def nearest(self, start: int) -> list[T]:
        """Return what stands next to a place on either side, however far."""
        here = bisect_left(self._starts, start)
        return [self._things[at][1] for at in self._starts[max(0, here - 1) : here + 1]]
