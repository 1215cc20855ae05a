"""Decides from decoded text where reading its structure can give a finding.

Most files that speak of OKX hold no value at all: a few searches settle them, and the lexer never runs. In
large files only the surroundings of what could be a value are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from okx_secret_scan.detector import vocabulary
from okx_secret_scan.detector.gate import has_hex, has_key, has_long_run, has_secret, hides_in_base64
from okx_secret_scan.detector.passphrases import LONGEST, stands_out
from okx_secret_scan.detector.placeholders import is_placeholder, reads_as_text
from okx_secret_scan.detector.shapes import SECRET

# Every pattern starts with a literal: that is what makes its search fast.
_KEY = re.compile(r"-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
_RUN = re.compile(r"[A-Za-z0-9+/_-]{40,}")
# Escapes, entities, percent signs: a value may be there in other letters.
_ENCODED = tuple(
    re.compile(pattern)
    for pattern in (
        r"\\x[0-9A-Fa-f]{2}(?:\\x[0-9A-Fa-f]{2}){0,40}(?:[0-9A-Fa-f-]{8}|(?<=(?:\\x..){8}))",
        r"\\u(?:00|\{)[0-9A-Fa-f]{2}\}?(?:\\u(?:00|\{)[0-9A-Fa-f]{2}\}?|[0-9A-Fa-f-]){8}",
        r"\\1[0-7]{2}(?:\\[01][0-7]{2}){7}",
        r"&#(?:x[0-9A-Fa-f]{2}|\d{2,3});(?:&#(?:x[0-9A-Fa-f]{2}|\d{2,3});|[0-9A-Fa-f-]){7}",
        r"%(?:7[Bb]%22|[346][0-9A-Fa-f]%[346][0-9A-Fa-f]%[346])|%2[Dd][0-9a-f]{4}%",
    )
)
# Pieces of a split value: hex digits with a digit among them that fill a string and are joined to another,
# or end a line that goes on.
_PIECE = re.compile(
    r"[\"'](?=[^\"'\n]{0,35}\d)(?:[0-9a-f-]{2,36}|[0-9A-F]{2,32})"
    r"(?:[\"'][ \t]*(?:[+.~&,\\_\"']|<>|\r?\n)|\\\r?\n)"
    r"|=[ \t]*(?:[0-9a-f-]{8,36}|[0-9A-F]{8,32})\\$",
    re.MULTILINE,
)
# Names that may bind a passphrase which stands alone; "passed" and "passes" are no names.
_NAME = re.compile(
    r"(?i)pass[-_ ]?(?:ph|word|wd|code)|api[-_ ]?pass|(?:\b|_)passw?[\"'\])]*\s*(?:[:=,]|$)|passw|phrase|pwd"
    "|密码|口令",
    re.MULTILINE,
)
_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]|u[0-9A-Fa-f{]|[0-3][0-7])|&(?:#\w|amp|lt|gt|quot)|%[0-9A-Fa-f]{2}")
# Nothing is consumed: whether a quote opens or closes is not known here, nor where a name ends.
_LITERAL = re.compile(
    r"\"(?=([^\"\n]{8,90})\")|'(?=([^'\n]{8,90})')|`(?=([^`\n]{8,90})`)"
    r"|[=:>|：\-(\[]\s*(?=([^\s\"'`]{8,90}))|(?:^|\s)(?=([^\s\"'`]{8,40}))"
    r"|\"{3}(?=([^\n]{8,90}?)\"{3})|'{3}(?=([^\n]{8,90}?)'{3})"
)
# Two strings that are joined, or a quote that is doubled.
_JOIN = re.compile(r"[^\s\"'`,:=({\[][\"'`][ \t]*(?:[+.~&]|\.\.|<>|\+\+)?[ \t]*[\"'`][^\s\"'`,:;)}\]]")
# What may stand behind a value without quotes.
_END = re.compile(r"[&,;)}\]<]")
_REACH = 240
# Texts up to this length are read whole; in longer ones this much on either side of a candidate, to the ends
# of its lines where those are near.
WHOLE = 1 << 16
_MARGIN = 1 << 13


def regions(text: str) -> list[tuple[int, int]]:
    """Return the spans of `text` that are worth reading, ascending; none if nothing can be found."""
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
        yield from (m.span() for m in runs if _hides(m[0].encode()))
    yield from _passphrases(text)


def _hides(run: bytes) -> bool:
    return hides_in_base64(run) or has_hex(run)


def _passphrases(text: str) -> Iterator[tuple[int, int]]:
    """Yield names that ask for a passphrase and have something near that could be one on its own."""
    names, position = vocabulary.asking(_NAME), 0
    while (name := names.search(text, position)) is not None:
        low, high = max(0, name.start() - _REACH), name.end() + _REACH
        literals = _LITERAL.findall(text, low, high)
        if _JOIN.search(text, low, high) or any(_is_candidate(v) for groups in literals for v in groups if v):
            yield name.span()
            position = high
        else:
            position = name.end()


def _is_candidate(value: str) -> bool:
    """Return whether `value` may be a passphrase that stands alone, or the encoding of one."""
    if _ESCAPE.search(value):
        value = _ESCAPE.sub("!", value)[:LONGEST]
    return any(
        stands_out(v) and not reads_as_text(v) and not is_placeholder(v)
        for v in (value, _END.split(value, 1)[0])
    )
