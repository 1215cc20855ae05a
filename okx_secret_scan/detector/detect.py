"""The detector's front door: a blob in, findings out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from okx_secret_scan.detector import sets
from okx_secret_scan.detector.decode import decode
from okx_secret_scan.detector.dialects import dialect_of
from okx_secret_scan.detector.placeholders import is_placeholder
from okx_secret_scan.detector.slots import Slot, find_slots
from okx_secret_scan.detector.tokens import session_tokens
from okx_secret_scan.detector.verdict import Document, Part, judge
from okx_secret_scan.detector.views import View
from okx_secret_scan.model import Blob, Detection, EnvFallback, Finding, Location, Rule, Secret, Severity


def detect(blob: Blob) -> Detection:
    """Find the OKX credentials in `blob`; findings come in reading order, credential ids count from 1."""
    text = decode(blob.data)
    document = Document(text, blob.path)
    slots = list(find_slots(View(text), dialect_of(blob.path)))
    parts = judge(slots, document)
    values = _values(slots)
    lines = _line_starts(text)
    findings = []
    for number, credential in enumerate(sets.group(parts), start=1):
        severity = sets.severity_of({sets.RULES[p.role] for p in credential})
        findings += [_finding(blob, part, str(number), severity, lines, values) for part in credential]
    for number, (start, end) in enumerate(session_tokens(text), start=len(findings) + 1):
        findings.append(_token(blob, text[start:end], f"t{number}", _location(lines, start, end)))
    return Detection(tuple(sorted(findings, key=lambda f: (f.location.line, f.location.column))))


def _values(slots: Sequence[Slot]) -> list[str]:
    """Return everything in `slots` that may be a secret, the longest first."""
    values = {s.value for s in slots if s.shape is not None or not is_placeholder(s.value)}
    return sorted(values, key=len, reverse=True)


def _without(values: list[str], text: str) -> str:
    """Take values out of a text that is shown: an odd spelling may have pulled one into a name."""
    for value in values:
        text = text.replace(value, "…")
    return text


def _finding(
    blob: Blob, part: Part, credential: str, severity: Severity, lines: list[int], values: list[str]
) -> Finding:
    rule = sets.RULES[part.role]
    slot = part.slot
    env = slot.binding.env
    if env is not None and env.variable is not None:
        env = EnvFallback(_without(values, env.variable))
    return Finding(
        rule=rule,
        secret=Secret(slot.value, rule),
        location=_location(lines, slot.start, slot.end),
        severity=severity,
        credential=credential,
        evidence=tuple(_without(values, text) for text in part.evidence),
        env_fallback=env,
        encoding=slot.encoding,
        source=blob.source,
        path=blob.path,
        blob=blob.oid,
    )


def _token(blob: Blob, value: str, credential: str, location: Location) -> Finding:
    return Finding(
        rule=Rule.SESSION_TOKEN,
        secret=Secret(value, Rule.SESSION_TOKEN),
        location=location,
        severity=Severity.HIGH,
        credential=credential,
        evidence=("the token's payload names OKX as its issuer",),
        source=blob.source,
        path=blob.path,
        blob=blob.oid,
    )


def _line_starts(text: str) -> list[int]:
    starts, position = [0], text.find("\n")
    while position >= 0:
        starts.append(position + 1)
        position = text.find("\n", position + 1)
    return starts


def _location(lines: list[int], start: int, end: int) -> Location:
    """Turn a span into 1-based lines and columns in code points; `end` is exclusive."""
    first, last = bisect_right(lines, start), bisect_right(lines, max(start, end - 1))
    return Location(first, start - lines[first - 1] + 1, last, end - lines[last - 1] + 1)
