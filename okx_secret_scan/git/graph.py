"""The graph of commits: their order, and which refs reach them."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence

from okx_secret_scan.git.commits import Node
from okx_secret_scan.git.refs import Ref


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
        self._reach = self._reaching_refs()
        self._below: dict[str, int] = {}

    def refs_reaching(self, commits: Iterable[str]) -> list[Ref]:
        """Return the refs from which any of `commits` can be reached."""
        bits = 0
        for oid in commits:
            bits |= self._reach.get(oid, 0)
        return [ref for number, ref in enumerate(self.refs) if bits >> number & 1]

    def only_reached_by(self, commit: str, prefix: str) -> bool:
        """Tell whether refs below `prefix`, and no others, reach `commit`."""
        bits = self._reach.get(commit, 0)
        return bool(bits) and not bits & ~self._bits_below(prefix)

    def at_head(self, commit: str) -> bool:
        """Tell whether HEAD is `commit` or comes after it."""
        return bool(self._reach.get(commit, 0) >> len(self.refs) & 1)

    def first_children(self, commit: str) -> list[str]:
        """Return the commits that have `commit` as their first parent."""
        return [child for child in self.children[commit] if self.commits[child].parents[0] == commit]

    def _bits_below(self, prefix: str) -> int:
        if prefix not in self._below:
            numbers = (number for number, ref in enumerate(self.refs) if ref.name.startswith(prefix))
            self._below[prefix] = sum(1 << number for number in numbers)
        return self._below[prefix]

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

    def _reaching_refs(self) -> dict[str, int]:
        # One bit per ref, and one more for HEAD, handed down from children to parents in one pass.
        reach = {self.head: 1 << len(self.refs)} if self.head is not None else {}
        for number, ref in enumerate(self.refs):
            reach[ref.peeled] = reach.get(ref.peeled, 0) | 1 << number
        for oid in reversed(self.order):
            bits = reach.get(oid, 0)
            for parent in self.parents[oid] if bits else ():
                reach[parent] = reach.get(parent, 0) | bits
        return reach
