"""Ties the parts of one account together, and says how bad what leaked of it is.

Parts join from the innermost block outwards, nearest first, as long as no role is held twice by different
values and their names do not tell accounts apart (`DEMO` beside `LIVE`, `_1` beside `_2`).
"""

from __future__ import annotations

from collections.abc import Sequence

from okx_secret_scan.detector.names import ROLES, Role
from okx_secret_scan.detector.verdict import Part
from okx_secret_scan.model import Rule, Severity

RULES = {role: rule for rule, role in ROLES.items()}
_ROOT = -1
# In the whole text, parts further apart than this (lines) belong together only if there is one account.
_REACH = 15
_APART = 5  # lines that count between code and commented-out code
_ORDER = {Role.KEY: 0, Role.SECRET: 1, Role.PASSPHRASE: 2}


class _Group:
    """Parts of one account, as far as is known."""

    def __init__(self, part: Part) -> None:
        self.parts = [part]

    def values(self, role: Role) -> set[str]:
        return {p.slot.value for p in self.parts if p.role is role}

    def containers(self) -> set[int]:
        return {c for p in self.parts for c in p.slot.containers}

    def qualifiers(self) -> frozenset[str]:
        return frozenset().union(*(p.slot.name.qualifiers for p in self.parts if p.slot.name))


def severity_of(rules: set[Rule]) -> Severity:
    """Return how bad it is that values of `rules` of one credential leaked."""
    if {Rule.API_KEY, Rule.SECRET_KEY, Rule.PASSPHRASE} <= rules:
        return Severity.CRITICAL
    if Rule.SECRET_KEY in rules or Rule.SESSION_TOKEN in rules:
        return Severity.HIGH
    return Severity.MEDIUM if Rule.PASSPHRASE in rules else Severity.LOW


def group(parts: Sequence[Part]) -> list[list[Part]]:
    """Return the parts of each credential, credentials in reading order."""
    groups = [_Group(part) for part in parts]
    _join_same_values(groups)
    containers = sorted({c for g in groups for c in g.containers()}, reverse=True)
    for container in containers:
        members = [g for g in groups if container in g.containers()]
        if len(members) > 1:
            _join_nearest(groups, members, reach=_REACH if container == _ROOT else None)
    if all(len({v for g in groups for v in g.values(role)}) <= 1 for role in Role):
        while len(groups) > 1:
            _join(groups, groups[0], groups[1])
    return [g.parts for g in sorted(groups, key=lambda g: g.parts[0].slot.start)]


def _join(groups: list[_Group], a: _Group, b: _Group) -> None:
    a.parts = sorted(a.parts + b.parts, key=lambda p: p.slot.start)
    groups.remove(b)


def _join_same_values(groups: list[_Group]) -> None:
    """A key or secret key that is written twice is one credential."""
    known: dict[tuple[Role, str], _Group] = {}
    for g in list(groups):
        part = g.parts[0]
        if part.role is Role.PASSPHRASE:
            continue
        first = known.setdefault((part.role, part.slot.value), g)
        if first is not g:
            _join(groups, first, g)


def _join_nearest(groups: list[_Group], members: list[_Group], reach: int | None) -> None:
    """Join groups that complete each other, the nearest first, until none does."""
    while True:
        pairs = [
            (distance, a.parts[0].slot.start, a, b)
            for i, a in enumerate(members)
            for b in members[i + 1 :]
            if (distance := _distance(a, b)) is not None and (reach is None or distance <= reach)
        ]
        if not pairs:
            return
        _, _, a, b = min(pairs, key=lambda pair: pair[:2])
        _join(groups, a, b)
        members.remove(b)


def _distance(a: _Group, b: _Group) -> float | None:
    """Return how far apart two groups are in lines, None if they cannot be one account."""
    for role in Role:
        ours, theirs = a.values(role), b.values(role)
        if ours and theirs and ours != theirs:
            return None
    ours_qualified, theirs_qualified = a.qualifiers(), b.qualifiers()
    if ours_qualified and theirs_qualified and not ours_qualified & theirs_qualified:
        return None
    return min(_gap(p, q) for p in a.parts for q in b.parts)


def _gap(p: Part, q: Part) -> float:
    first, second = (p, q) if p.slot.start <= q.slot.start else (q, p)
    # Sets are written key, secret key, passphrase: a part that comes before its turn starts the next set.
    out_of_turn = _ORDER[second.role] < _ORDER[first.role]
    apart = _APART if first.comment != second.comment else 0
    return second.line - first.line + (0.75 if out_of_turn else 0) + apart


__all__ = ["RULES", "group", "severity_of"]
