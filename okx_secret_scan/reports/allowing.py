"""How a person marks a false alarm: by a comment where the file has comments, else by its fingerprint."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from okx_secret_scan.model import Finding, Source

IGNORE_FILE = ".okx-secret-scan-ignore"
FINGERPRINT = f"list its fingerprint in {IGNORE_FILE}"

_COMMENT = "write `okx-secret-scan: allow` in a comment in its line"
_ABOVE = "write `okx-secret-scan: allow` in a comment in the line above it"
_ABOVE_EACH = f"{_ABOVE} (`okx-secret-scan: allow-file` in the first ten lines for all)"
_MEMBER = 'write `"//": "okx-secret-scan: allow-next-line",` in the line above it, if that is in an object'
# A second member of the same name would be lost or refused, and this one is for all of the file.
_FIRST_MEMBER = (
    'put `"//": "okx-secret-scan: allow-file",` first into the first object (in the first ten lines)'
)
_ORDER = (_COMMENT, _ABOVE, _ABOVE_EACH, _MEMBER, _FIRST_MEMBER, FINGERPRINT)
# Kinds of files in which a comment behind a value would belong to it, or in which there are no comments: the
# way for a finding alone in its file, and the one where there are several.
_BY_KIND = {
    **dict.fromkeys(
        (".bat", ".cfg", ".cmd", ".conf", ".env", ".ini", ".properties", ".service"), (_ABOVE, _ABOVE_EACH)
    ),
    **dict.fromkeys((".har", ".json", ".postman_collection", ".webmanifest"), (_MEMBER, _FIRST_MEMBER)),
    **dict.fromkeys((".csv", ".ipynb", ".jsonl", ".ndjson", ".pyc", ".tsv"), (FINGERPRINT, FINGERPRINT)),
}


def how_to_allow(finding: Finding, together: Iterable[Finding] = ()) -> str:
    """Say in an imperative without a full stop how to mark `finding` as a false alarm.

    `together` are findings of the same scan: several of one file may need another way.
    """
    # What is recorded already cannot be given a comment, and neither can a member of an archive.
    if finding.attribution is not None or finding.member is not None or finding.source is not Source.FILE:
        return FINGERPRINT
    ways = _BY_KIND.get(_kind(finding), (_COMMENT, _COMMENT))
    lines = {
        f.location.line for f in together if (f.path, f.repository) == (finding.path, finding.repository)
    }
    lines.add(finding.location.line)
    # Above the first line there is none.
    if ways[0] == _MEMBER and lines == {1}:
        return FINGERPRINT
    return ways[len(lines) > 1]


def false_alarm(findings: Sequence[Finding], *, fingerprints: bool) -> str:
    """Say in a sentence how to mark any of `findings` as a false alarm, with the files each way is for.

    `fingerprints` says that the report shows them.
    """
    ways: dict[str, Finding] = {}
    files: defaultdict[tuple[str | None, str | None], list[Finding]] = defaultdict(list)
    for finding in findings:
        files[finding.path, finding.repository].append(finding)
    for together in files.values():
        for finding in together:
            ways.setdefault(how_to_allow(finding, together), finding)
    ordered = sorted(ways, key=_ORDER.index)
    told = [
        way if number == 0 or way == FINGERPRINT else f"in {_kind(ways[way])} files {way}"
        for number, way in enumerate(ordered)
    ]
    words = ", or ".join(part for part in (", ".join(told[:-1]), told[-1]) if part)
    if fingerprints:
        hint = "" if FINGERPRINT in ordered else f", or {FINGERPRINT}"
    else:
        hint = " (-v shows it)" if FINGERPRINT in ordered else " (-v shows fingerprints)"
    return f"False alarm? {words[:1].upper()}{words[1:]}{hint}."


def _kind(finding: Finding) -> str:
    """Return the ending that tells which kind of file it is; `.env.local` and `prod.env` are `.env` files."""
    name = PurePosixPath(finding.path or "").name.lower()
    return ".env" if name.startswith(".env") else PurePosixPath(name).suffix
