"""The detector's front door: a blob in, findings out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from okx_secret_scan.detector import sets, vocabulary
from okx_secret_scan.detector.document import Document
from okx_secret_scan.detector.gate import archive_format, could_match
from okx_secret_scan.detector.parts import Part
from okx_secret_scan.detector.placeholders import is_placeholder
from okx_secret_scan.detector.places import Slot
from okx_secret_scan.detector.reading import read
from okx_secret_scan.detector.slots import find_slots
from okx_secret_scan.detector.tokens import session_tokens
from okx_secret_scan.detector.verdict import judge
from okx_secret_scan.model import (
    NOTHING_ADDED,
    Blob,
    Detection,
    EnvFallback,
    Finding,
    Gap,
    Location,
    Rule,
    Secret,
    Severity,
    Source,
    Vocabulary,
)


def detect(blob: Blob, added: Vocabulary = NOTHING_ADDED) -> Detection:
    """Find the OKX credentials in `blob`; findings come in reading order, credential ids count from 1.

    `added` is what a team's own code calls values, beside what is known here.
    """
    vocabulary.use(added)
    if blob.source is Source.FILE and archive_format(blob.data) is not None:
        return _in_container(blob)
    return Detection(tuple(_in_file(blob, blob.path)))


def _in_container(blob: Blob) -> Detection:
    """Find credentials in the members of a container; each member is a text of its own."""
    # Containers are rare, and their readers take long to load.
    from okx_secret_scan.detector.containers import members

    findings: list[Finding] = []
    gaps: list[Gap] = []
    for number, item in enumerate(members(blob.data, blob.path), start=1):
        if isinstance(item, Gap):
            gaps.append(replace(item, path=blob.path, oid=blob.oid))
            continue
        if not item.name:
            findings += _in_file(blob, blob.path)
            continue
        member = replace(blob, data=item.data, path=f"{blob.path or ''}!{item.name}")
        if could_match(member.data, member.path, vocabulary.active().words):
            found = _in_file(member, item.name.rsplit("!", 1)[-1])
            findings += (replace(f, credential=f"{number}-{f.credential}", member=item.name) for f in found)
    return Detection(tuple(findings), tuple(gaps))


def _in_file(blob: Blob, name: str | None) -> list[Finding]:
    """Find credentials in `blob`, read as a file called `name`."""
    reading = read(blob.data, name, blob.path)
    text = reading.text
    slots = [slot for view, dialect in reading.views for slot in find_slots(view, dialect)]
    parts = judge(slots, Document(text, blob.path))
    values = _Values(slots)
    findings = []
    for number, credential in enumerate(sets.group(parts), start=1):
        severity = sets.severity_of({sets.RULES[p.role] for p in credential})
        for part in credential:
            location = reading.locate(part.slot.start, part.slot.end)
            findings.append(_finding(blob, part, str(number), severity, location, values))
    for number, (start, end) in enumerate(session_tokens(text), start=len(findings) + 1):
        findings.append(_token(blob, text[start:end], f"t{number}", reading.locate(start, end)))
    return sorted(findings, key=lambda f: (f.location.line, f.location.column))


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
