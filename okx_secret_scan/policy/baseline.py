"""The baseline: findings that a team knows, one a line, sorted, without lines, times or values.

A file of JSON lines: a header, then one entry a line in the order of fingerprints. Two branches that each add
entries change different places of it, and git's `union` merge may keep both sides of a clash, because order
and repetition mean nothing to the reader.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from okx_secret_scan.model import Finding, Rule, UserError
from okx_secret_scan.policy.entries import Acceptance, check_fingerprint, read_lines
from okx_secret_scan.policy.readers import without_values

NAME = ".okx-secret-scan-baseline.jsonl"
SCHEMA = "okx-secret-scan-baseline/1"

# How the files that people mistake for a baseline give themselves away: a piece of text, and whose it is.
FOREIGN = (
    ('"plugins_used"', "a detect-secrets baseline"),
    ('"okx-secret-scan/', "a JSON report of okx-secret-scan"),
    ('"Fingerprint"', "a gitleaks report"),
    ("sarif", "a SARIF report"),
    ("FindingSignature", "a trufflehog report"),
    ("ExactFindings", "a kingfisher baseline"),
)


Member = TypeVar("Member", bound=StrEnum)


class Scope(StrEnum):
    """What a baseline was made from, so that an update looks at the same before it drops an entry."""

    WORKTREE = "worktree"
    HISTORY = "history"


class Verdict(StrEnum):
    """What a person said of a finding."""

    REAL = "real"
    FALSE_ALARM = "false-alarm"


@dataclass(frozen=True, slots=True)
class Entry:
    """A known finding. `rule` and `path` tell people what it is about; the fingerprint alone decides."""

    fingerprint: str
    rule: Rule
    path: str | None
    verdict: Verdict | None = None
    reason: str | None = None

    @classmethod
    def of(cls, finding: Finding, reason: str | None = None) -> Entry:
        """Return the entry that accepts `finding`."""
        return cls(finding.fingerprint, finding.rule, finding.path, reason=reason)


@dataclass(frozen=True, slots=True)
class Baseline:
    """The content of a baseline file, entries sorted by fingerprint and each one once."""

    entries: tuple[Entry, ...] = ()
    scope: Scope = Scope.WORKTREE

    def decide(self, judged: Iterable[Entry]) -> Baseline:
        """Return this baseline with the verdicts, and the reasons if there are any, of `judged` entries.

        What is judged but not in it any more stays out of it.
        """
        said = {entry.fingerprint: entry for entry in judged}
        return replace(self, entries=tuple(_decided(known, said) for known in self.entries))

    def acceptances(self, name: str) -> tuple[Acceptance, ...]:
        """Return the entries as decisions of the file called `name`."""
        historic = self.scope is Scope.HISTORY
        return tuple(_acceptance(entry, name, historic) for entry in self.entries)


def merged(entries: Iterable[Entry], scope: Scope) -> Baseline:
    """Return a baseline of `entries`: several for one finding become one that keeps what people said.

    Where two branches have judged it otherwise, it is real: that is the safer one. Order does not matter.
    """
    twins: dict[str, list[Entry]] = {}
    for entry in entries:
        twins.setdefault(entry.fingerprint, []).append(entry)
    return Baseline(tuple(_one(twins[name]) for name in sorted(twins)), scope)


def _decided(known: Entry, said: Mapping[str, Entry]) -> Entry:
    judged = said.get(known.fingerprint)
    if judged is None:
        return known
    return replace(known, verdict=judged.verdict, reason=judged.reason or known.reason)


def _one(twins: list[Entry]) -> Entry:
    """Return the entry that says all that `twins`, entries for one finding, say."""
    if len(twins) == 1:
        return twins[0]
    ranks = {Verdict.REAL: 0, Verdict.FALSE_ALARM: 1, None: 2}
    first, *others = sorted(
        twins, key=lambda e: (ranks[e.verdict], e.reason is None, e.reason or "", e.path or "")
    )
    return replace(first, reason=first.reason or next((e.reason for e in others if e.reason), None))


def read(path: Path, name: str) -> Baseline:
    """Return the baseline in the file at `path`, which messages call `name`.

    Raises `UserError` if it cannot be read, is another tool's file or holds a line that is no entry.
    """
    lines = read_lines(path, name)
    _require_header(lines, name)
    entries = []
    scopes = set()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = _object(line)
            if "schema" in record:
                scopes.add(_scope(record))
            else:
                entries.append(_entry(record))
        except ValueError as error:
            raise UserError(f"{name}:{number}: {error}") from None
    # A union merge keeps the headers of both sides: what one of them needs stays.
    return merged(entries, Scope.HISTORY if Scope.HISTORY in scopes else Scope.WORKTREE)


def render(baseline: Baseline) -> str:
    """Return the content of the file.

    Undecodable bytes of paths are lone surrogates in it: encoded with `backslashreplace` they become valid
    JSON escapes, and everything else stays legible.
    """
    header = {"schema": SCHEMA, "scope": baseline.scope.value}
    records = (header, *map(_record, baseline.entries))
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def _record(entry: Entry) -> dict[str, str]:
    fields = {
        "fingerprint": entry.fingerprint,
        "rule": entry.rule.value,
        "path": entry.path,
        "verdict": entry.verdict and entry.verdict.value,
        # People type what no scan has found, too.
        "reason": entry.reason and without_values(entry.reason),
    }
    return {key: value for key, value in fields.items() if value is not None}


def _acceptance(entry: Entry, name: str, historic: bool) -> Acceptance:
    return Acceptance(
        entry.fingerprint,
        name,
        entry.reason or None,
        historic=historic,
        verdict=entry.verdict.value.replace("-", " ") if entry.verdict else None,
        about=f"{entry.rule} in {entry.path}" if entry.path else entry.rule.value,
    )


def _require_header(lines: list[str], name: str) -> None:
    """Raise `UserError` if no line is a header of ours: whoever sorts the file moves it."""
    if any(_is_header(line) for line in lines):
        return
    text = "\n".join(lines)
    owner = next((owner for mark, owner in FOREIGN if mark in text), "no baseline of okx-secret-scan")
    raise UserError(f"{name}: is {owner}: make one with `okx-secret-scan baseline create`")


def _is_header(line: str) -> bool:
    try:
        schema = _object(line).get("schema") if '"schema"' in line else None
    except ValueError:
        return False
    return isinstance(schema, str) and schema.startswith(f"{SCHEMA.partition('/')[0]}/")


def _scope(header: dict[str, Any]) -> Scope:
    if header["schema"] != SCHEMA:
        raise ValueError("was written by a newer okx-secret-scan: update this one")
    try:
        return Scope(header.get("scope", Scope.WORKTREE))
    except ValueError:
        raise ValueError("has an unknown scope: it is worktree or history") from None


def _object(line: str) -> dict[str, Any]:
    """Return the JSON object in `line`; raises `ValueError` in words if it is none."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):  # no JSON, or more than the parser takes on
        record = None
    if not isinstance(record, dict):
        raise ValueError("is no entry: each line is one JSON object")
    return record


def _entry(record: dict[str, Any]) -> Entry:
    if unknown := sorted(set(record) - {"fingerprint", "rule", "path", "verdict", "reason"}):
        raise ValueError(f"has an unknown field {unknown[0]!r}")
    if not all(isinstance(value, str) for value in record.values()):
        raise ValueError("has a field that is no text")
    return Entry(
        check_fingerprint(record.get("fingerprint", "")),
        _member(Rule, record.get("rule", ""), "rule"),
        record.get("path"),
        _member(Verdict, record["verdict"], "verdict") if "verdict" in record else None,
        record.get("reason"),
    )


def _member(kind: type[Member], value: str, field: str) -> Member:
    try:
        return kind(value)
    except ValueError:
        raise ValueError(f"has an unknown {field}: it is one of {', '.join(kind)}") from None
