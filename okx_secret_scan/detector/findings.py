"""From the slots of a text to its findings."""

from __future__ import annotations

from collections.abc import Sequence

from okx_secret_scan.detector import sets
from okx_secret_scan.detector.document import Document
from okx_secret_scan.detector.parts import Part
from okx_secret_scan.detector.placeholders import is_placeholder
from okx_secret_scan.detector.places import Slot
from okx_secret_scan.detector.reading import Reading
from okx_secret_scan.detector.verdict import judge
from okx_secret_scan.model import Blob, EnvFallback, Finding, Location, Secret, Severity


def findings_of(slots: Sequence[Slot], reading: Reading, blob: Blob) -> list[Finding]:
    """Return what the `slots` of `reading`, the text of `blob`, leak; credential ids count from 1."""
    parts = judge(slots, Document(reading.text, blob.path))
    values = _Values(slots)
    findings = []
    for number, credential in enumerate(sets.group(parts), start=1):
        severity = sets.severity_of({sets.RULES[p.role] for p in credential})
        for part in credential:
            location = reading.locate(part.slot.start, part.slot.end)
            findings.append(_finding(blob, part, str(number), severity, location, values))
    return findings


class _Values:
    """Everything in a file that may be a secret, by length."""

    def __init__(self, slots: Sequence[Slot]) -> None:
        self._by_length: dict[int, set[str]] = {}
        for slot in slots:
            if slot.shape is not None or not is_placeholder(slot.value):
                self._by_length.setdefault(len(slot.value), set()).add(slot.value)

    def taken_out_of(self, text: str) -> str:
        """Return a text as it may be shown: an odd spelling may have pulled a value into a name."""
        for length in sorted(self._by_length, reverse=True):
            pieces = {text[i : i + length] for i in range(len(text) - length + 1)}
            for value in sorted(pieces & self._by_length[length]):
                text = text.replace(value, "…")
        return text


def _finding(
    blob: Blob, part: Part, credential: str, severity: Severity, location: Location, values: _Values
) -> Finding:
    rule = sets.RULES[part.role]
    slot = part.slot
    env = slot.binding.env
    if env is not None and env.variable is not None:
        env = EnvFallback(values.taken_out_of(env.variable))
    return Finding(
        rule=rule,
        secret=Secret(slot.value, rule),
        location=location,
        severity=severity,
        credential=credential,
        evidence=tuple(map(values.taken_out_of, part.evidence)),
        env_fallback=env,
        encoding=slot.encoding,
        source=blob.source,
        path=blob.path,
        blob=blob.oid,
    )
