"""The lines around a finding, with every value in them masked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from okx_secret_scan.detector.decode import decode
from okx_secret_scan.model import Finding
from okx_secret_scan.reports.escape import inert

_AROUND = 2
_WIDTH = 100


def excerpt(data: bytes, finding: Finding, others: Sequence[Finding]) -> Iterator[str]:
    """Yield the lines of `data` around `finding`, each behind its number; a mark stands at its own lines.

    `others` are all findings in the same content, which are masked as well.
    """
    lines = decode(data).split("\n")
    first, last = finding.location.line, finding.location.end_line
    for number in range(max(1, first - _AROUND), min(len(lines), last + _AROUND) + 1):
        ours = first <= number <= last
        focus = finding.location.column if number == first else 1
        line = masked(lines[number - 1].rstrip("\r"), number, (finding, *others))
        yield f"{'>' if ours else ' '} {number:5} | {_window(inert(line.expandtabs(4)), focus)}"


def masked(line: str, number: int, findings: Sequence[Finding]) -> str:
    """Return a line of the text, 1-based, without the values of `findings`.

    What stands where a finding stands is masked in whatever encoding, and so is a value wherever it is
    repeated.
    """
    for f in sorted(set(findings), key=lambda f: f.location.column, reverse=True):
        place = f.location
        if place.line <= number <= place.end_line:
            start = place.column - 1 if number == place.line else 0
            end = place.end_column - 1 if number == place.end_line else len(line)
            line = line[:start] + f.secret.masked + line[end:]
    for f in findings:
        line = line.replace(f.secret.reveal(), f.secret.masked)
    return line


def _window(line: str, focus: int) -> str:
    """Cut a long line to the columns around `focus`."""
    if len(line) <= _WIDTH:
        return line
    start = max(0, min(focus - 1 - _WIDTH // 2, len(line) - _WIDTH))
    before, after = "…" if start else "", "…" if start + _WIDTH < len(line) else ""
    return before + line[start : start + _WIDTH] + after
