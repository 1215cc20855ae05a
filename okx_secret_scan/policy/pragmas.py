"""Comments in scanned text that silence a finding."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from okx_secret_scan.model import Finding

# detect-secrets spells its pragmas with spaces or dashes, and knew them as "whitelist" once.
_OURS = re.compile(r"okx-secret-scan:\s*allow(?![\w-])", re.IGNORECASE)
_THEIRS = re.compile(r"pragma:\s*(?:allow|white)list[ -]secret", re.IGNORECASE)
_THEIRS_NEXT = re.compile(r"pragma:\s*(?:allow|white)list[ -]nextline[ -]secret", re.IGNORECASE)


def apply(findings: Sequence[Finding], text: str) -> list[Finding]:
    """Return `findings` with those suppressed that a comment in `text`, their blob's text, allows.

    Any comment syntax will do. A comment above counts for the line below it, unless a finding stands in the
    comment's own line: then it is that finding's.
    """
    lines = text.split("\n")
    occupied = {n for f in findings for n in range(f.location.line, f.location.end_line + 1)}

    def reason(finding: Finding) -> str | None:
        first, last = finding.location.line, finding.location.end_line
        for number in range(first, min(last, len(lines)) + 1):
            if match := _OURS.search(lines[number - 1]) or _THEIRS.search(lines[number - 1]):
                return f"comment `{_spelled(match)}` in line {number}"
        above = first - 1
        if not 0 < above <= len(lines):
            return None
        match = _THEIRS_NEXT.search(lines[above - 1])
        if match is None and above not in occupied:
            match = _OURS.search(lines[above - 1])
        return f"comment `{_spelled(match)}` in line {above}" if match else None

    return [f if f.suppressed else replace(f, suppressed=reason(f)) for f in findings]


def _spelled(match: re.Match[str]) -> str:
    return " ".join(match.group().split())
