"""Follows values from path to path."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple


class Stay(NamedTuple):
    """A value's time at a path.

    `value` tells it from others. `came` and `went` are the commits that brought it there and took it away,
    with the ids of the blobs that held it; `since` grows with the age of the oldest of them.
    """

    value: Hashable
    path: str | None
    came: Mapping[str, AbstractSet[str]]
    went: Mapping[str, AbstractSet[str]]
    since: int


def paths_moved_through(stays: Sequence[Stay]) -> list[tuple[str, ...]]:
    """Return for each of `stays` all paths that its value moved through, in the order it reached them.

    A commit that takes a value from one path and brings it to another has moved it. Where it does so with
    several files, those belong together that have the same content, or else the same name.
    """
    arrivals: defaultdict[tuple[Hashable, str], list[int]] = defaultdict(list)
    departures: defaultdict[tuple[Hashable, str], list[int]] = defaultdict(list)
    for number, stay in enumerate(stays):
        for commit in stay.came:
            arrivals[stay.value, commit].append(number)
        for commit in stay.went:
            departures[stay.value, commit].append(number)
    family = list(range(len(stays)))

    def root(number: int) -> int:
        while family[number] != number:
            family[number] = family[family[number]]
            number = family[number]
        return number

    for (value, commit), arrived in arrivals.items():
        for left, reached in _pairs(departures.get((value, commit), ()), arrived, commit, stays):
            family[root(reached)] = root(left)
    members: defaultdict[int, list[Stay]] = defaultdict(list)
    for number, stay in enumerate(stays):
        members[root(number)].append(stay)
    moved = {
        number: tuple(
            dict.fromkeys(
                stay.path
                for stay in sorted(relatives, key=lambda stay: (stay.since, stay.path or ""))
                if stay.path is not None
            )
        )
        for number, relatives in members.items()
    }
    return [moved[root(number)] for number in range(len(stays))]


def _pairs(
    departed: Sequence[int], arrived: Sequence[int], commit: str, stays: Sequence[Stay]
) -> list[tuple[int, int]]:
    """Return which stays that `commit` ended go on as which that it began."""
    pairs: list[tuple[int, int]] = []
    for alike in (_same_content, _same_name, _any):
        # Many that went and many that came, with nothing in common, are no moves that anyone could name.
        if alike is _any and min(len(departed), len(arrived)) > 1:
            break
        new = [
            (left, reached)
            for reached in arrived
            for left in departed
            if alike(stays[left], stays[reached], commit)
        ]
        pairs += new
        departed = [left for left in departed if left not in {pair[0] for pair in new}]
        arrived = [reached for reached in arrived if reached not in {pair[1] for pair in new}]
    return pairs


def _same_content(left: Stay, reached: Stay, commit: str) -> bool:
    return not left.went[commit].isdisjoint(reached.came[commit])


def _same_name(left: Stay, reached: Stay, _commit: str) -> bool:
    return _name(left) == _name(reached)


def _any(_left: Stay, _reached: Stay, _commit: str) -> bool:
    return True


def _name(stay: Stay) -> str:
    return (stay.path or "").rpartition("/")[2]
