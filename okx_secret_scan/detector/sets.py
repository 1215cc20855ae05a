"""Ties the parts of one account together, and says how bad what leaked of it is.

Parts join from the innermost block outwards, nearest first, as long as no role is held twice by different
values and their names do not tell accounts apart (`DEMO` beside `LIVE`, `_1` beside `_2`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heapreplace
from math import inf

from okx_secret_scan.detector.parts import Part
from okx_secret_scan.detector.roles import ROLES, Role
from okx_secret_scan.model import Rule, Severity

RULES = {role: rule for rule, role in ROLES.items()}
_ROOT = -1
# In the whole text, parts further apart than this (lines) belong together only if there is one account.
_REACH = 15
_UNLIKE = 4  # lines that count where only one of two names tells its account apart
_APART = 5  # lines that count between code and commented-out code
_ORDER = {Role.KEY: 0, Role.SECRET: 1, Role.PASSPHRASE: 2}
# In a block, a part may join one of this many that follow it: lists of keys, secret keys and passphrases.
_CROWD = 48


@dataclass
class _Account:
    """Parts of one account, as far as is known, by their indices."""

    members: list[int]
    first: int
    values: dict[Role, str] = field(default_factory=dict)
    qualifiers: frozenset[str] = frozenset()


def severity_of(rules: set[Rule]) -> Severity:
    """Return how bad it is that values of `rules` of one credential leaked."""
    if {Rule.API_KEY, Rule.SECRET_KEY, Rule.PASSPHRASE} <= rules:
        return Severity.CRITICAL
    if Rule.SECRET_KEY in rules or Rule.SESSION_TOKEN in rules:
        return Severity.HIGH
    return Severity.MEDIUM if Rule.PASSPHRASE in rules else Severity.LOW


def group(parts: Sequence[Part]) -> list[list[Part]]:
    """Return the parts of each credential, credentials in reading order. `parts` are in reading order."""
    if all(len({p.slot.value for p in parts if p.role is role}) <= 1 for role in Role):
        return [list(parts)] if parts else []
    accounts = _Accounts(parts)
    accounts.join_same_values()
    for container, members in sorted(_by_container(parts).items(), reverse=True):
        accounts.join_nearest(members, reach=_REACH if container == _ROOT else inf)
    return accounts.grouped()


def _by_container(parts: Sequence[Part]) -> dict[int, list[int]]:
    members: dict[int, list[int]] = {}
    for index, part in enumerate(parts):
        for container in set(part.slot.containers):
            members.setdefault(container, []).append(index)
    return members


class _Accounts:
    """Which part belongs to which account."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._parts = parts
        self._of = [
            _Account([i], i, {p.role: p.slot.value}, p.slot.name.qualifiers if p.slot.name else frozenset())
            for i, p in enumerate(parts)
        ]

    def grouped(self) -> list[list[Part]]:
        accounts = {account.first: account for account in self._of}
        return [[self._parts[i] for i in sorted(account.members)] for _, account in sorted(accounts.items())]

    def join_same_values(self) -> None:
        """A key or secret key that is written twice is one credential."""
        known: dict[tuple[Role, str], int] = {}
        for index, part in enumerate(self._parts):
            if part.role is not Role.PASSPHRASE:
                self._join(known.setdefault((part.role, part.slot.value), index), index)

    def join_nearest(self, members: Sequence[int], reach: float) -> None:
        """Join accounts that complete each other, the nearest first, until none does."""
        if len({self._of[i].first for i in members}) < 2:
            return
        heap = [
            (gap, self._of[a].first, self._of[b].first, a, b)
            for a, b in self._candidates(members)
            if (gap := _gap(self._parts[a], self._parts[b])) <= reach
        ]
        heapify(heap)
        while heap:
            gap, _, _, a, b = heap[0]
            now = (gap, self._of[a].first, self._of[b].first, a, b)
            if now > heap[0]:
                heapreplace(heap, now)
                continue
            heappop(heap)
            if self._complete(self._of[a], self._of[b]):
                self._join(a, b)

    def _candidates(self, members: Sequence[int]) -> Iterable[tuple[int, int]]:
        """Yield pairs of parts that may be one account, each with those that follow it."""
        for place, a in enumerate(members):
            for b in members[place + 1 : place + 1 + _CROWD]:
                if self._complete(self._of[a], self._of[b]):
                    yield a, b

    def _complete(self, a: _Account, b: _Account) -> bool:
        """Return whether two may be one account: no role held twice, no names that tell accounts apart."""
        if a is b or any(b.values.get(role, value) != value for role, value in a.values.items()):
            return False
        return not (a.qualifiers and b.qualifiers and not a.qualifiers & b.qualifiers)

    def _join(self, one: int, other: int) -> None:
        small, large = sorted((self._of[one], self._of[other]), key=lambda account: len(account.members))
        if small is large:
            return
        large.first = min(small.first, large.first)
        large.values.update(small.values)
        large.qualifiers |= small.qualifiers
        large.members += small.members
        for index in small.members:
            self._of[index] = large


def _gap(p: Part, q: Part) -> float:
    """Return how far apart two parts are in lines; `p` comes first."""
    # Sets are written key, secret key, passphrase: a part that comes before its turn starts the next set.
    out_of_turn = _ORDER[q.role] < _ORDER[p.role]
    apart = _APART if p.comment != q.comment else 0
    told_apart = [bool(x.slot.name and x.slot.name.qualifiers) for x in (p, q)]
    unlike = _UNLIKE if told_apart[0] != told_apart[1] else 0
    return q.line - p.line + (0.75 if out_of_turn else 0) + apart + unlike


__all__ = ["RULES", "group", "severity_of"]
