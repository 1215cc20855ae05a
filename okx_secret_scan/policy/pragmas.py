"""Comments in scanned text that silence a finding."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from okx_secret_scan.model import Finding

HEAD = 10
"""Lines at the start of a file in which a comment may speak for the whole of it."""

# detect-secrets spells its pragmas with spaces or dashes, and knew them as "whitelist" once.
_OURS = re.compile(r"okx-secret-scan:\s*allow(?![\w-])", re.IGNORECASE)
_OURS_NEXT = re.compile(r"okx-secret-scan:\s*allow-next-?line(?![\w-])", re.IGNORECASE)
_OURS_FILE = re.compile(r"okx-secret-scan:\s*allow-file(?![\w-])", re.IGNORECASE)
_THEIRS = re.compile(r"pragma:\s*(?:allow|white)list[ -]secret", re.IGNORECASE)
_THEIRS_NEXT = re.compile(r"pragma:\s*(?:allow|white)list[ -]nextline[ -]secret", re.IGNORECASE)
# What people write who do not remember the words. The word is cut short: it must not quote a value.
_LIKE_OURS = re.compile(
    r"okx[-_ ]secret[-_ ]scan(?:ner)?"
    r"(?::[ \t]*[a-z-]{0,20}|[ \t]+(?:allow|disable|false|ignore|no|off|skip)[a-z-]{0,16})",
    re.IGNORECASE,
)
_MARK = b"okx-secret-scan:"


@dataclass(frozen=True, slots=True)
class _Comment:
    """A comment in a line and the findings it speaks for: those in lines `first` to `last`."""

    line: int
    words: str
    first: int
    last: int

    def covers(self, finding: Finding) -> bool:
        return finding.location.line <= self.last and self.first <= finding.location.end_line


def apply(findings: Sequence[Finding], text: str) -> list[Finding]:
    """Return `findings` with those suppressed that a comment in `text`, their blob's text, allows.

    Any comment syntax will do, and so will a string where a format has no comments. A comment above counts
    for the line below it, unless a finding stands in the comment's own line: then it is that finding's.
    """
    lines = text.split("\n")
    occupied = _occupied(findings)
    whole = [comment for number in range(1, HEAD + 1) for comment in _of_file(lines, number)]
    # Of each line once: all findings of a file may stand in one.
    beside = {number: [*_near(lines, number, occupied)] for number in occupied | {n - 1 for n in occupied}}

    def reason(finding: Finding) -> str | None:
        first, last = finding.location.line, finding.location.end_line
        near = [comment for number in range(first - 1, last + 1) for comment in beside[number]]
        comment = next((c for c in (*near, *whole) if c.covers(finding)), None)
        return f"comment `{comment.words}` in line {comment.line}" if comment else None

    return [f if f.suppressed else replace(f, suppressed=reason(f)) for f in findings]


def unused(findings: Sequence[Finding], text: str) -> list[int]:
    """Return the lines of `text` with a comment of ours that silences none of `findings`, those in `text`.

    Comments for detect-secrets do not count: they may silence what it alone finds.
    """
    lines = text.split("\n")
    occupied = _occupied(findings)
    comments = [
        comment
        for number, line in enumerate(lines, 1)
        if _MARK.decode() in line.lower()
        for comment in (*_near(lines, number, occupied), *_of_file(lines, number))
        if "pragma" not in comment.words
    ]
    return [c.line for c in comments if not any(c.covers(finding) for finding in findings)]


def misspelled(findings: Sequence[Finding], text: str) -> list[tuple[int, str]]:
    """Return line and words of what seems meant as a comment of ours for one of `findings`, but is none.

    `findings` are those of `text` that no comment silences.
    """
    lines = text.split("\n")
    near = {n for f in findings for n in range(f.location.line - 1, f.location.end_line + 1)}
    return [
        (number, _spelled(match))
        for number in sorted(near)
        if 0 < number <= len(lines) and (match := _LIKE_OURS.search(lines[number - 1]))
        if not any(known.search(lines[number - 1]) for known in (_OURS, _OURS_NEXT, _OURS_FILE))
    ]


def mentioned(data: bytes) -> bool:
    """Tell whether a comment of ours may stand in `data`, in whatever encoding."""
    # Without its NUL bytes Latin text in UTF-16 or UTF-32 reads as ASCII.
    return _MARK in data.lower() or _MARK in data.replace(b"\0", b"").lower()


def _occupied(findings: Sequence[Finding]) -> set[int]:
    return {n for f in findings for n in range(f.location.line, f.location.end_line + 1)}


def _near(lines: Sequence[str], number: int, occupied: Set[int]) -> Iterator[_Comment]:
    """Yield the comments in line `number` that speak for a line."""
    if not 0 < number <= len(lines):
        return
    line = lines[number - 1]
    below = number + 1
    if match := _OURS.search(line):
        where = number if number in occupied else below
        yield _Comment(number, _spelled(match), where, where)
    if match := _THEIRS.search(line):
        yield _Comment(number, _spelled(match), number, number)
    if match := _OURS_NEXT.search(line) or _THEIRS_NEXT.search(line):
        yield _Comment(number, _spelled(match), below, below)


def _of_file(lines: Sequence[str], number: int) -> Iterator[_Comment]:
    """Yield the comment in line `number` that speaks for the file; too far down it speaks for nothing."""
    if number <= len(lines) and (match := _OURS_FILE.search(lines[number - 1])):
        yield _Comment(number, _spelled(match), 1, len(lines) if number <= HEAD else 0)


def _spelled(match: re.Match[str]) -> str:
    return " ".join(match.group().split())
