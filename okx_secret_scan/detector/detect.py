"""The detector's front door: a blob in, findings out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from okx_secret_scan.detector import vocabulary
from okx_secret_scan.detector.decode import decode
from okx_secret_scan.detector.gate import archive_format, could_name
from okx_secret_scan.detector.reading import Reading, read, worth_reading
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

if TYPE_CHECKING:
    from okx_secret_scan.detector.places import Slot

# What repeats names of refs and files.
_NAMING = (Source.REF_NAME, Source.COMMIT_MESSAGE, Source.TAG_MESSAGE)


def detect(blob: Blob, added: Vocabulary = NOTHING_ADDED) -> Detection:
    """Find the OKX credentials in `blob`, those in its path first; findings come in reading order.

    `added` is what a team's own code calls values, beside what is known here. It may be as hostile as the
    content it comes with, so its names and clients take nothing away from what is found without them.
    """
    if not added.words:
        return _detect(blob, added)
    own = _detect(blob, replace(added, names=(), clients=()))
    return _with_own(_detect(blob, added), own.findings)


def _with_own(detection: Detection, own: Sequence[Finding]) -> Detection:
    """Return `detection`, which additions took part in, with what is found, and as severe, without them."""
    found = {_place(finding): finding for finding in detection.findings}
    kept = {place: ours for ours in own if not _says_as_much(found.get(place := _place(ours)), ours)}
    if not kept:
        return detection
    members = {f.member: n for n, f in enumerate((*own, *detection.findings))}
    # What stands in a set with something that is kept belongs to that set.
    sets = {found[place].credential: ours.credential for place, ours in kept.items() if place in found}

    def reading_order(finding: Finding) -> tuple[bool, int, int, int]:
        in_text = finding.source is not Source.PATH_NAME
        return in_text, members[finding.member], finding.location.line, finding.location.column

    whole = [replace(ours, credential=f"own-{ours.credential}") for ours in kept.values()]
    for place, finding in found.items():
        if place not in kept:
            joined = sets.get(finding.credential)
            whole.append(replace(finding, credential=f"own-{joined}") if joined else finding)
    return replace(detection, findings=tuple(sorted(whole, key=reading_order)))


def _says_as_much(theirs: Finding | None, ours: Finding) -> bool:
    return theirs is not None and theirs.rule is ours.rule and theirs.severity >= ours.severity


def _place(finding: Finding) -> tuple[object, ...]:
    return finding.source, finding.path, finding.member, finding.location, finding.secret.reveal()


def _detect(blob: Blob, added: Vocabulary) -> Detection:
    vocabulary.use(added)
    named = _in_path(blob)
    if blob.source is Source.PATH_NAME:
        return Detection(tuple(named))
    if blob.source is Source.FILE and archive_format(blob.data) is not None:
        found = _in_container(blob)
        told = {finding.secret for finding in named}
        # A compressed file passes its name on to what it holds.
        more = (f for f in found.findings if f.source is not Source.PATH_NAME or f.secret not in told)
        return replace(found, findings=(*named, *more))
    return Detection((*named, *_in_file(blob, blob.path)))


def could_hold(blob: Blob, added: Vocabulary = NOTHING_ADDED) -> bool:
    """Return False only if a `blob` that the gate lets through holds nothing.

    Its path is left aside: what it holds at one that names OKX, only `detect` tells. Most files hold nothing,
    and this takes a fraction of the time.
    """
    if blob.source is not Source.FILE or archive_format(blob.data) is not None:
        return True
    vocabulary.use(added)
    has_token = b".eyJ" in blob.data and any(session_tokens(decode(blob.data)))
    return has_token or worth_reading(blob.data)


def _in_path(blob: Blob, member: str | None = None) -> list[Finding]:
    """Find credentials in the path of `blob`; of a `member` of a container in what the container calls it."""
    path = blob.path
    if path is None or not could_name(path):
        return []
    # Few names hold anything.
    from okx_secret_scan.detector import titles

    begin = 0 if member is None else len(path) - len(member)
    slots = [slot for slot in titles.in_name(path, 0, len(path)) if slot.start >= begin]
    # A name is one line, whatever characters are in it.
    reading = Reading(path, (), lambda start, end: Location(1, start + 1, 1, end + 1))
    return [_of_name(found, path, begin) for found in _judged(slots, reading, replace(blob, path=None))]


def _of_name(finding: Finding, path: str, begin: int) -> Finding:
    """Return what was found in `path` as a finding in the name of the file or folder that ends there.

    What the path goes on with names something else. Members of containers begin at `begin`.
    """
    end = finding.location.end_column - 1
    walls = [path.find(wall, end) for wall in ("/!" if begin else "/")]
    cut = min((wall for wall in walls if wall >= 0), default=len(path))
    return replace(
        finding,
        source=Source.PATH_NAME,
        path=path[:cut],
        member=path[begin:cut] if begin else None,
        credential=f"n{finding.credential}",
    )


def _in_container(blob: Blob) -> Detection:
    """Find credentials in the members of a container; each member is a text of its own."""
    # Containers are rare, and their readers take long to load.
    from okx_secret_scan.detector.containers import members
    from okx_secret_scan.detector.screen import gate_for_many

    findings: list[Finding] = []
    gaps: list[Gap] = []
    could_match = gate_for_many(vocabulary.active().words)
    for number, item in enumerate(members(blob.data, blob.path), start=1):
        if isinstance(item, Gap):
            gaps.append(replace(item, path=blob.path, oid=blob.oid))
            continue
        if not item.name:
            findings += _in_file(blob, blob.path)
            continue
        member = replace(blob, data=item.data, path=f"{blob.path or ''}!{item.name}")
        if could_match(member.data, member.path):
            findings += _in_path(member, item.name)
            found = _in_file(member, item.name.rsplit("!", 1)[-1])
            findings += (replace(f, credential=f"{number}-{f.credential}", member=item.name) for f in found)
    return Detection(tuple(findings), tuple(gaps))


def _in_file(blob: Blob, name: str | None) -> list[Finding]:
    """Find credentials in `blob`, read as a file called `name`."""
    reading = read(blob.data, name, blob.path)
    text = reading.text
    slots = _slots(reading)
    if blob.source in _NAMING:
        from okx_secret_scan.detector import titles

        # First: where a text says more of a value than a name does, the text counts.
        slots = [*titles.in_text(text), *slots]
    findings = _judged(slots, reading, blob)
    for number, (start, end) in enumerate(session_tokens(text), start=len(findings) + 1):
        findings.append(_token(blob, text[start:end], f"t{number}", reading.locate(start, end)))
    return sorted(findings, key=lambda f: (f.location.line, f.location.column))


def _slots(reading: Reading) -> list[Slot]:
    if not reading.views:
        return []
    # Most texts are not worth reading closely, and what does that takes long to load.
    from okx_secret_scan.detector.slots import find_slots

    return [slot for view, dialect in reading.views for slot in find_slots(view, dialect)]


def _judged(slots: Sequence[Slot], reading: Reading, blob: Blob) -> list[Finding]:
    if not slots:
        return []
    # Most texts hold no slot, and what judges them takes long to load.
    from okx_secret_scan.detector.findings import findings_of

    return findings_of(slots, reading, blob)


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
