"""Compares what the detector says of a case with what the case demands. Never shows a value."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from okx_secret_scan.model import Finding, Rule, Severity
from tests.corpus_format import Case, Expected

_PARTS = frozenset({Rule.API_KEY, Rule.SECRET_KEY, Rule.PASSPHRASE})


@dataclass(frozen=True)
class Problem:
    """One way in which the verdict on a case differs from its meaning.

    `kind` is one of missed, wrong, span, value, env, not-env, encoding, sets, severity, cell.
    """

    kind: str
    case: str
    line: int
    rule: Rule
    note: str = ""

    def __str__(self) -> str:
        return f"{self.kind:8} {self.rule:17} {self.case}:{self.line} {self.note}".rstrip()


@dataclass(frozen=True)
class Verdict:
    """How one case went: pairs of what was demanded and found, and every difference."""

    case: Case
    pairs: tuple[tuple[Expected, Finding], ...]
    problems: tuple[Problem, ...]

    def count(self, kind: str) -> int:
        """Return how many problems are of `kind`."""
        return sum(problem.kind == kind for problem in self.problems)


def judge(case: Case, findings: tuple[Finding, ...]) -> Verdict:
    """Pair `findings` with the demands of `case` and list every difference."""
    pairs: list[tuple[Expected, Finding]] = []
    left = list(case.expected)
    problems: list[Problem] = []
    for finding in findings:
        match = min(left, key=lambda one: _distance(case, one, finding), default=None)
        if match is None or _distance(case, match, finding) >= _APART:
            problems.append(Problem("wrong", case.name, finding.location.line, finding.rule))
            continue
        left.remove(match)
        pairs.append((match, finding))
    problems += [Problem("missed", case.name, one.line, one.rule) for one in left if not one.optional]
    for expected, finding in pairs:
        problems += _differences(case, expected, finding)
    problems += _sets(case, pairs)
    problems += _severities(case, pairs)
    return Verdict(case, tuple(pairs), tuple(sorted(problems, key=lambda problem: problem.line)))


_APART = 100_000_000


def _distance(case: Case, expected: Expected, finding: Finding) -> int:
    """Order candidates: the same place first, then the same line; `_APART` and more is another thing."""
    if expected.rule is not finding.rule:
        return _APART
    if not case.placed:
        return 0 if finding.secret.reveal() == expected.value else _APART
    place = finding.location
    if not expected.line <= place.line <= expected.end_line:
        return _APART
    return abs(place.column - expected.column) if place.line == expected.line else 1


def _differences(case: Case, expected: Expected, finding: Finding) -> Iterator[Problem]:
    def problem(kind: str, note: str) -> Problem:
        return Problem(kind, case.name, expected.line, expected.rule, note)

    if finding.secret.reveal() != expected.value:
        yield problem("value", "another value than the one that stands there")
    if case.placed and (note := _span(expected, finding)):
        yield problem("span", note)
    fallback = finding.env_fallback
    if expected.env == "no" and fallback is not None:
        yield problem("not-env", "called a fallback and is none")
    elif expected.env not in ("no", "maybe") and fallback is None:
        yield problem("env", "is a fallback and not called one")
    elif fallback is not None and expected.env not in ("no", "maybe", "yes"):
        wanted = None if expected.env == "-" else expected.env
        if fallback.variable != wanted:
            yield problem("env", f"variable {fallback.variable!r}, not {wanted!r}")
    if expected.encoded is not None and expected.encoded != (finding.encoding is not None):
        yield problem("encoding", f"encoding is {finding.encoding!r}")
    if expected.cell is not None and finding.location.cell != expected.cell:
        yield problem("cell", f"cell {finding.location.cell!r}, not {expected.cell!r}")


def _span(expected: Expected, finding: Finding) -> str:
    place = finding.location
    got = (place.line, place.column, place.end_line, place.end_column)
    want = (expected.line, expected.column, expected.end_line, expected.end_column)
    if expected.exact:
        return "" if got == want else f"at {got}, not {want}"
    inside = want[:2] <= got[:2] < got[2:] <= want[2:]
    return "" if inside else f"at {got}, not within {want}"


def _sets(case: Case, pairs: list[tuple[Expected, Finding]]) -> Iterator[Problem]:
    for (one, first), (other, second) in itertools.combinations(pairs, 2):
        together = one.account == other.account
        if (first.credential == second.credential) != together and "any" not in (one.account, other.account):
            note = f"{'apart from' if together else 'together with'} line {one.line}"
            yield Problem("sets", case.name, other.line, other.rule, note)


def _severities(case: Case, pairs: list[tuple[Expected, Finding]]) -> Iterator[Problem]:
    if len(pairs) < sum(not one.optional for one in case.expected):
        return
    for account in sorted({one.account for one in case.expected} - {"any"}):
        findings = [finding for one, finding in pairs if one.account == account]
        credentials = {finding.credential for finding in findings}
        # Findings of any account count as well once the detector has put them here.
        rules = {finding.rule for _, finding in pairs if finding.credential in credentials}
        worst = max((finding.severity for finding in findings), default=None)
        if worst is not None and worst is not _severity(rules):
            line = findings[0].location.line
            note = f"{worst.label}, not {_severity(rules).label}"
            yield Problem("severity", case.name, line, findings[0].rule, note)


def _severity(rules: set[Rule]) -> Severity:
    if rules >= _PARTS:
        return Severity.CRITICAL
    if rules & {Rule.SECRET_KEY, Rule.SESSION_TOKEN}:
        return Severity.HIGH
    return Severity.MEDIUM if Rule.PASSPHRASE in rules else Severity.LOW
