"""The detector's front door: a blob in, findings out."""

from __future__ import annotations

from dataclasses import replace

from okx_secret_scan.detector import vocabulary
from okx_secret_scan.detector.gate import archive_format, could_match
from okx_secret_scan.detector.reading import read
from okx_secret_scan.detector.slots import find_slots
from okx_secret_scan.detector.tokens import session_tokens
from okx_secret_scan.model import (
    NOTHING_ADDED,
    Blob,
    Detection,
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
    findings: list[Finding] = []
    if slots:
        # Most texts hold no slot, and what judges them takes long to load.
        from okx_secret_scan.detector.findings import findings_of

        findings += findings_of(slots, reading, blob)
    for number, (start, end) in enumerate(session_tokens(text), start=len(findings) + 1):
        findings.append(_token(blob, text[start:end], f"t{number}", reading.locate(start, end)))
    return sorted(findings, key=lambda f: (f.location.line, f.location.column))


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
