"""Decides from decoded text where reading its structure can give a finding.

Most files that speak of OKX hold no value at all: a few searches settle them, and the lexer never runs. In
large files only the surroundings of what could be a value are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from okx_secret_scan.detector import vocabulary
from okx_secret_scan.detector.gate import has_key, has_long_run, has_secret, hides_in_base64
from okx_secret_scan.detector.passphrases import stands_out
from okx_secret_scan.detector.shapes import SECRET

# Every pattern starts with a literal: that is what makes its search fast.
_KEY = re.compile(r"-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
_RUN = re.compile(r"[A-Za-z0-9+/_-]{40,}")
# Escapes, entities, percent signs: a value may be there in other letters.
_ENCODED = tuple(
    re.compile(pattern)
    for pattern in (
        r"\\x[0-9A-Fa-f]{2}",
        r"\\u(?:00|\{)",
        r"\\1[0-7]{2}",
        r"&#",
        r"%(?:7[Bb]|2[Dd]|[346][0-9A-Fa-f]%[346][0-9A-Fa-f]%)",
    )
)
# Pieces of a split value: hex digits that fill a string, or end a line that goes on.
_PIECE = re.compile(
    r"[\"'](?:[0-9a-f-]{6,36}|[0-9A-F]{4,32})[\"'\\]|=(?:[0-9a-f-]{8,36}|[0-9A-F]{8,32})\\$", re.MULTILINE
)
_NAME = re.compile(r"(?i)pass|phrase|pwd|密码|口令")
_LITERAL = re.compile(r"\"([^\"\n]{8,90})\"|'([^'\n]{8,90})'|`([^`\n]{8,90})`|([^\s\"'`]{8,90})")
_REACH = 240
# Texts up to this length are read whole; in longer ones this much on either side of a candidate, to the ends
# of its lines where those are near.
WHOLE = 1 << 17
_MARGIN = 1 << 13


def regions(text: str) -> list[tuple[int, int]]:
    """Return the spans of `text` that are worth reading, ascending and apart; none if nothing can be found."""
    if len(text) <= WHOLE:
        return [(0, len(text))] if next(_candidates(text), None) is not None else []
    spans: list[tuple[int, int]] = []
    for start, end in sorted(_candidates(text)):
        low, high = _widen(text, start, end)
        if spans and low <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], high))
        else:
            spans.append((low, high))
    return spans


def _widen(text: str, start: int, end: int) -> tuple[int, int]:
    low, high = max(0, start - _MARGIN), min(len(text), end + _MARGIN)
    line = text.find("\n", low, start)
    return (line + 1 if line >= 0 and low else low), high


def _candidates(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of what may be a value, in no order."""
    raw = text.encode("utf-8", "replace")
    if has_key(raw):
        yield from (m.span() for m in _KEY.finditer(text))
    if has_secret(raw):
        yield from (m.span() for m in SECRET.finditer(text))
    for pattern in (*_ENCODED, _PIECE):
        yield from (m.span() for m in pattern.finditer(text))
    if has_long_run(raw):
        runs = _RUN.finditer(text)
        yield from (m.span() for m in runs if len(text) <= WHOLE or hides_in_base64(m[0].encode()))
    yield from _passphrases(text)


def _passphrases(text: str) -> Iterator[tuple[int, int]]:
    """Yield names that ask for a passphrase and have something near that stands out as one."""
    names, position = vocabulary.asking(_NAME), 0
    while (name := names.search(text, position)) is not None:
        low, high = max(position, name.start() - _REACH), name.end() + _REACH
        literals = _LITERAL.findall(text, low, high)
        if any(stands_out(value) for groups in literals for value in groups if value):
            yield name.span()
        position = name.end()
