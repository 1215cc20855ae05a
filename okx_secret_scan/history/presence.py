"""Where in the graph of commits blobs were: who brought them, who took them away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain
from typing import NamedTuple

from okx_secret_scan.git.changes import Change
from okx_secret_scan.git.graph import Graph


class Presence(NamedTuple):
    """The commits that have one of certain blobs at a place.

    `came` and `went` are those that brought one there and took the last away, by age, with the ids of what
    they brought and took.
    """

    commits: AbstractSet[str]
    came: Mapping[str, AbstractSet[str]]
    went: Mapping[str, AbstractSet[str]]


def presence(
    by_path: Iterable[Sequence[Change]],
    blobs: AbstractSet[str],
    graph: Graph,
    stashes: AbstractSet[str] = frozenset(),
) -> Presence:
    """Return where `blobs` were, by the changes of each path that belongs to the place.

    `stashes` are commits that git stash made: what their other parents have, they do not take away.
    """
    paths = list(by_path)
    present = {oid for changes in paths for oid in _commits_with(blobs, changes, graph)}
    changes = list(chain.from_iterable(paths))
    first = {c.commit for c in changes if c.new in blobs and present.isdisjoint(graph.parents[c.commit])}
    removed = _removals(changes, blobs, present, graph) - stashes
    return Presence(
        present,
        _told(first, ((change.commit, change.new) for change in changes), blobs, graph),
        _told(removed, ((change.commit, change.old) for change in changes), blobs, graph),
    )


def by_age(commits: Iterable[str], graph: Graph) -> list[str]:
    """Return `commits` with the oldest first."""
    return sorted(commits, key=graph.position.__getitem__)


def _commits_with(blobs: AbstractSet[str], changes: Sequence[Change], graph: Graph) -> set[str]:
    """Return the commits that have one of `blobs` at the path that `changes` are of.

    Each commit has what its first parent had unless it changed it, so the walk starts where a blob comes in
    and goes on to first children.
    """
    changed = {change.commit for change in changes}
    waiting = [change.commit for change in changes if change.new in blobs]
    present = set(waiting)
    while waiting:
        for child in graph.first_children(waiting.pop()):
            if child not in changed and child not in present:
                present.add(child)
                waiting.append(child)
    return present


def _removals(
    changes: Sequence[Change], blobs: AbstractSet[str], present: AbstractSet[str], graph: Graph
) -> set[str]:
    gone = {c.commit for c in changes if c.old in blobs and c.commit not in present}
    # A merge with a side that has lost the value already only follows the commit that took it away.
    took_away = {oid for oid in gone if present >= set(graph.parents[oid])} or gone
    # A merge can also throw away what its other side had brought.
    return took_away or {child for oid in present for child in graph.children[oid] if child not in present}


def _told(
    commits: Iterable[str], pairs: Iterable[tuple[str, str]], blobs: AbstractSet[str], graph: Graph
) -> dict[str, AbstractSet[str]]:
    """Return for each of `commits`, by age, those of `blobs` that `pairs` of commit and blob give it."""
    told: dict[str, set[str]] = {commit: set() for commit in by_age(commits, graph)}
    for commit, blob in pairs:
        if commit in told and blob in blobs:
            told[commit].add(blob)
    return {**told}
