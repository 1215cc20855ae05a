"""The lines around a finding, with every value in them masked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from typing import NamedTuple

from okx_secret_scan.detector.decode import decode
from okx_secret_scan.model import Finding, Secret
from okx_secret_scan.reports.columns import cut, width
from okx_secret_scan.reports.escape import inert

_AROUND = 2
_NARROWEST = 20
# Characters on either side of a finding that are looked at: more than a line of any terminal shows.
_REACH = 4000


class _Mask(NamedTuple):
    """What to show in place of the characters from `start` to `end`."""

    start: int
    end: int
    text: str


def excerpt(
    data: bytes, finding: Finding, others: Sequence[Finding], columns: int, known: Iterable[Secret] = ()
) -> Iterator[str]:
    """Yield the lines of `data` around `finding`, each behind its number; a mark stands at its own lines.

    `others` are all findings in the same content, which are masked as well, and so are `known` values
    wherever they are repeated. No line takes more than `columns` of a terminal, unless that is very narrow:
    of a longer one there is what stands around the finding.
    """
    lines = decode(data).split("\n")
    findings = {finding, *others}
    values = {f.secret for f in findings}.union(known)
    first, last = finding.location.line, finding.location.end_line
    for number in range(max(1, first - _AROUND), min(len(lines), last + _AROUND) + 1):
        head = f"{'>' if first <= number <= last else ' '} {number:5} | "
        focus = finding.location.column - 1 if number == first else 0
        before, after = _masked(lines[number - 1].rstrip("\r"), number, focus, findings, values)
        yield head + _window(_shown(before), _shown(after), max(_NARROWEST, columns - len(head)))


def _masked(
    line: str, number: int, focus: int, findings: Iterable[Finding], values: Set[Secret]
) -> tuple[str, str]:
    """Return what stands within reach before and behind `focus`, with masks for the values of `findings`."""
    begin, end = max(0, focus - _REACH), min(len(line), focus + _REACH)
    parts: list[str] = []
    at, moved = begin, focus - begin
    for mask in _masks(line, number, begin, end, findings, values):
        if mask.end > at:
            start = max(at, mask.start)
            parts += line[at:start], mask.text
            if mask.end <= focus:
                moved += len(mask.text) - (mask.end - start)
            at = mask.end
    text = "".join((*parts, line[at:end]))
    return text[:moved], text[moved:]


def _masks(
    line: str, number: int, begin: int, end: int, findings: Iterable[Finding], values: Set[Secret]
) -> list[_Mask]:
    """Return, in their order, the masks that touch a line of the text between `begin` and `end`.

    What stands where a finding stands is masked in whatever encoding, and one of `values` wherever it is
    repeated.
    """
    masks = []
    for f in findings:
        place = f.location
        if place.line <= number <= place.end_line:
            start = place.column - 1 if number == place.line else 0
            stop = place.end_column - 1 if number == place.end_line else len(line)
            masks.append(_Mask(start, stop, f.secret.masked))
    for secret in values:
        value = secret.reveal()
        found = max(0, begin - len(value)) - 1
        while (found := line.find(value, found + 1, end + len(value))) >= 0:
            masks.append(_Mask(found, found + len(value), secret.masked))
    return sorted(mask for mask in masks if mask.start < end and mask.end > begin)


def _shown(text: str) -> str:
    return inert(text.replace("\t", "    "))


def _window(before: str, after: str, room: int) -> str:
    """Return the end of `before` and the beginning of `after`, as much as fits into `room` columns."""
    if width(before) + width(after) <= room:
        return before + after
    left = max(room // 2, room - width(after))
    if width(before) > left:
        before = "…" + cut(before[::-1], left - 1)[::-1]
    right = room - width(before)
    return before + (after if width(after) <= right else cut(after, right - 1) + "…")
