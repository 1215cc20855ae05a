"""How a person marks a false alarm: by a comment where the file has comments, else by its fingerprint."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from okx_secret_scan.model import Finding, Source

IGNORE_FILE = ".okx-secret-scan-ignore"
FINGERPRINT = f"list its fingerprint in {IGNORE_FILE}"

_COMMENT = "write `okx-secret-scan: allow` in a comment in its line"
_ABOVE = "write `okx-secret-scan: allow` in a comment in the line above it"
_STRING = 'write `"//": "okx-secret-scan: allow-next-line",` in the line above it'
# Kinds of files in which a comment behind a value would belong to it, or in which there are no comments.
_BY_KIND = {
    **dict.fromkeys((".bat", ".cfg", ".cmd", ".conf", ".env", ".ini", ".properties", ".service"), _ABOVE),
    **dict.fromkeys((".har", ".json", ".postman_collection", ".webmanifest"), _STRING),
    **dict.fromkeys((".csv", ".ipynb", ".jsonl", ".ndjson", ".pyc", ".tsv"), FINGERPRINT),
}


def how_to_allow(finding: Finding) -> str:
    """Say in an imperative without a full stop how to mark `finding` as a false alarm."""
    # What is recorded already cannot be given a comment, and neither can a member of an archive.
    if finding.attribution is not None or finding.member is not None or finding.source is not Source.FILE:
        return FINGERPRINT
    return _BY_KIND.get(_kind(finding), _COMMENT)


def false_alarm(findings: Iterable[Finding], *, fingerprints: bool) -> str:
    """Say in a sentence how to mark any of `findings` as a false alarm, with the files each way is for.

    `fingerprints` says that the report shows them.
    """
    ways: dict[str, Finding] = {}
    for finding in findings:
        ways.setdefault(how_to_allow(finding), finding)
    ordered = sorted(ways, key=[_COMMENT, _ABOVE, _STRING, FINGERPRINT].index)
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
