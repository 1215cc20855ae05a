"""The graph of commits: their order, and which refs reach them."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property

from okx_secret_scan.git.commits import Node
from okx_secret_scan.git.refs import Ref

_BRANCHES = ("refs/heads/", "refs/remotes/", "refs/notes/")


class Graph:
    """Commits with parents before children, older ones first where the graph leaves a choice."""

    def __init__(self, commits: Mapping[str, Node], refs: Sequence[Ref], head: str | None) -> None:
        """Build it from `commits`, those that can be read, and `refs`; `head` is None on an unborn branch."""
        self.commits = commits
        self.refs = refs
        self.head = head
        self.parents = {oid: [p for p in commit.parents if p in commits] for oid, commit in commits.items()}
        self.children = self._all_children()
        self.order = self._sorted()
        self.position = {oid: number for number, oid in enumerate(self.order)}

    @cached_property
    def tips(self) -> AbstractSet[str | None]:
        """What HEAD and the branches (local, remote, and of notes) name."""
        return {self.head, *(ref.peeled for ref in self.refs if ref.name.startswith(_BRANCHES))}

    @cached_property
    def of_head(self) -> AbstractSet[str]:
        """HEAD and the commits before it."""
        return self.reached_from([] if self.head is None else [self.head])

    def refs_reaching(self, groups: Sequence[Iterable[str]]) -> list[Sequence[Ref]]:
        """Return for each group of commits the refs from which any of them can be reached."""
        # Findings that came together share their commits, and there may be thousands of them, and of refs.
        sets = [frozenset(group) for group in groups]
        distinct = list(dict.fromkeys(sets))
        marked = self._marked_after(distinct)
        reaching: dict[frozenset[str], list[Ref]] = {commits: [] for commits in distinct}
        for ref in self.refs:
            mark = marked.get(ref.peeled, 0)
            while mark:
                lowest = mark & -mark
                reaching[distinct[lowest.bit_length() - 1]].append(ref)
                mark ^= lowest
        return [reaching[commits] for commits in sets]

    def only_below(self, prefix: str) -> set[str]:
        """Return the commits that refs below `prefix` reach, and no others."""
        below = self.reached_from(ref.peeled for ref in self.refs if ref.name.startswith(prefix))
        if not below:
            return below
        return below - self.reached_from(ref.peeled for ref in self.refs if not ref.name.startswith(prefix))

    def reached_from(self, tips: Iterable[str]) -> set[str]:
        """Return those of `tips` that are commits, and all commits before them."""
        reached: set[str] = set()
        waiting = [tip for tip in tips if tip in self.commits]
        while waiting:
            oid = waiting.pop()
            if oid not in reached:
                reached.add(oid)
                waiting.extend(self.parents[oid])
        return reached

    def first_children(self, commit: str) -> list[str]:
        """Return the commits that have `commit` as their first parent."""
        return [child for child in self.children[commit] if self.commits[child].parents[0] == commit]

    def _marked_after(self, groups: Sequence[Iterable[str]]) -> dict[str, int]:
        """Mark the commits of each group, and all that come after, with the bit of its number."""
        marked: dict[str, int] = {}
        for number, commits in enumerate(groups):
            for oid in commits:
                marked[oid] = marked.get(oid, 0) | 1 << number
        begin = min((self.position[oid] for oid in marked if oid in self.position), default=len(self.order))
        for oid in self.order[begin:]:
            mark = marked.get(oid, 0)
            for child in self.children[oid] if mark else ():
                marked[child] = marked.get(child, 0) | mark
        return marked

    def _all_children(self) -> dict[str, list[str]]:
        children: dict[str, list[str]] = {oid: [] for oid in self.commits}
        for oid, parents in self.parents.items():
            for parent in parents:
                children[parent].append(oid)
        return children

    def _sorted(self) -> list[str]:
        waiting = {oid: len(parents) for oid, parents in self.parents.items()}
        ready = [(self.commits[oid].time, oid) for oid, count in waiting.items() if not count]
        heapq.heapify(ready)
        order = []
        while ready:
            _, oid = heapq.heappop(ready)
            order.append(oid)
            for child in self.children[oid]:
                waiting[child] -= 1
                if not waiting[child]:
                    heapq.heappush(ready, (self.commits[child].time, child))
        return order
