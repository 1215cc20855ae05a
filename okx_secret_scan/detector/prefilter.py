"""Decides from decoded text where reading its structure can give a finding.

Most files that speak of OKX hold no value at all: a few searches settle them, and the lexer never runs. In
large files only the surroundings of what could be a value are read.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from itertools import chain, islice

from okx_secret_scan.detector import vocabulary
from okx_secret_scan.detector.dialects import TEXT, Dialect
from okx_secret_scan.detector.gate import (
    WORDS,
    could_ask,
    has_hex,
    has_piece,
    has_word,
    hides_in_base64,
    key_spans,
    long_runs,
    secret_spans,
)
from okx_secret_scan.detector.lone import lone_passphrases
from okx_secret_scan.detector.otherwise import is_no_key, is_no_secret
from okx_secret_scan.detector.shapes import UPPER_HEX_32, UUID_V4

_NOT_HEX = re.compile(rb"[^0-9A-Fa-f]+")
# A piece of a key or a secret key, or a word with text around it: random bytes hardly ever give one.
_CHARACTER = rb"(?:[\t\n\r\x20-\x7e]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2})"
_SAID = re.compile(
    rb"(?=[0-9]{0,7}[A-F])[0-9A-F]{8}|[0-9a-f]{4}-4[0-9a-f]{3}|-[89ab][0-9a-f]{3}-[0-9a-f]{6}"
    rb"|(?i:"
    + b"|".join(map(re.escape, WORDS))
    + rb")(?:"
    + _CHARACTER
    + rb"{4}|"
    + _CHARACTER
    + rb"{0,3}\Z)"
)
_STRING = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|(?<![\w)\]\\])'(?:[^'\\\n]|\\.)*'|`[^`\n]*`")
_NESTING = 3
# Escapes, entities, percent signs: a value may be there in other letters. Every pattern starts with a
# literal: that is what makes its search fast.
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
# Strings of hex digits with nothing but punctuation between them, as code joins the pieces of a value; the
# letters are those that stand before a quote (`r"…"`).
_JOINED = re.compile(
    r"[\"'`](?:[0-9A-Fa-f-]{1,36}+[\"'`][^\w\"'`]{0,80}+(?:_[^\w\"'`]{0,80}+)?[A-Za-z]{0,2}+[\"'`])+"
    r"[0-9A-Fa-f-]{1,36}[\"'`]"
)
_PIECE = re.compile(r"[\"'`]([0-9A-Fa-f-]+)(?=[\"'`])")


def _kind(character: str) -> str:
    if character in "\"'`":
        return "q"
    if character in "0123456789abcdefABCDEF-":
        return "h"
    return "w" if character.isalnum() or character == "_" else "o"


# The same, told from kinds of bytes (hex digit, quote, word, other): far faster where there are many quotes.
_KINDS = "".join(_kind(chr(byte)) for byte in range(256)).encode()
_CHAIN = re.compile(rb"q(?:h{1,36}+qo{0,80}+(?:wo{0,80}+)?[wh]{0,2}+q)+h{1,36}+q")
_SHORTEST_VALUE = 32
# Of a database: rows of values without quotes, in SQL.
_DUMP = "COPY "
_VALUE = re.compile(rf"{UUID_V4}|(?=\d{{0,31}}[A-F]){UPPER_HEX_32}")
# A value that goes on in the next line.
_CONTINUED = re.compile(r"\\\r?\n(?<=[0-9A-Fa-f-]{4}\\\n|[0-9A-Fa-f-]{3}\\\r\n)[ \t]*[0-9A-Fa-f-]{4}")
# Texts up to this length are read whole; in longer ones this much on either side of a candidate, to the ends
# of its lines where those are near.
WHOLE = 1 << 16
_MARGIN = 1 << 13


def regions(text: str, path: str | None = None, dialect: Dialect = TEXT) -> list[tuple[int, int]]:
    """Return the spans of `text`, at `path` and written in `dialect`, that are worth reading, ascending."""
    if len(text) <= WHOLE:
        return [(0, len(text))] if has_candidates(text, path, dialect) else []
    spans: list[tuple[int, int]] = []
    outside = 0
    for start, end in sorted(_candidates(text, path, dialect)):
        low, high = max(0, start - _MARGIN), min(len(text), end + _MARGIN)
        line = text.find("\n", low, start)
        if line >= 0:
            low = line + 1 if low else 0
        elif low:
            outside, low = _outside_strings(text, outside, low, start)
        if spans and low <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], high))
        else:
            spans.append((low, high))
    return spans


def has_candidates(text: str, path: str | None = None, dialect: Dialect = TEXT) -> bool:
    """Return whether anything in `text`, at `path` and written in `dialect`, is worth reading."""
    return next(_candidates(text, path, dialect), None) is not None


def _outside_strings(text: str, outside: int, low: int, start: int) -> tuple[int, int]:
    """Return a place near `low` where reading can begin: within a string every quote would be read wrongly.

    `outside` is a place before it that is in no string; the first result is such a place for what follows.
    `start` is what has to be read.
    """
    outside = max(outside, text.rfind("\n", outside, low) + 1)
    for string in _STRING.finditer(text, outside):
        if string.start() >= low:
            break
        if string.end() > low:
            return string.start(), string.end() if string.end() <= start else string.start()
        outside = string.end()
    return outside, low


def _candidates(text: str, path: str | None, dialect: Dialect) -> Iterator[tuple[int, int]]:
    """Yield the spans of what may be a value, in no order; none where nothing tells that it is OKX's."""
    raw = text.encode("utf-8", "replace")
    # One byte for each character: what is not ASCII is in no value, and spans stay those of the text.
    flat = raw if len(raw) == len(text) else text.encode("ascii", "replace")
    secrets = (span for span in secret_spans(flat) if not is_no_secret(text, *span))
    a_secret = list(islice(secrets, 1))
    hidden = _hidden(text, flat)
    a_hidden = list(islice(hidden, 1))
    alone = not a_secret and not a_hidden
    keys = (span for span in key_spans(flat) if not is_no_key(text, *span, alone=alone))
    a_key = list(islice(keys, 1))
    names_okx = could_ask(raw.lower(), path, vocabulary.active().words)
    if not (names_okx or a_hidden or (a_key and a_secret)):
        return
    yield from chain(a_key, a_secret, a_hidden, keys, secrets, hidden)
    quoted = dialect.only_quoted and not (a_key or a_secret) and _DUMP not in text
    yield from lone_passphrases(text, quoted=quoted)


def _hidden(text: str, flat: bytes) -> Iterator[tuple[int, int]]:
    """Yield the spans of what may be a key or a secret key that is encoded or cut in pieces.

    `flat` is the text with one byte for each character.
    """
    for pattern in (*_ENCODED, _CONTINUED):
        yield from (m.span() for m in pattern.finditer(text))
    if any(pieces[0].count(b"h") >= _SHORTEST_VALUE for pieces in _CHAIN.finditer(flat.translate(_KINDS))):
        yield from _joined(text)
    yield from (span for span in long_runs(flat) if _hides(flat[slice(*span)]))


def _joined(text: str) -> Iterator[tuple[int, int]]:
    for joined in _JOINED.finditer(text):
        pieces = (" " if _VALUE.fullmatch(piece) else piece for piece in _PIECE.findall(joined[0]))
        if _VALUE.search("".join(pieces)):
            yield joined.span()


def _hides(run: bytes, depth: int = 0) -> bool:
    """Return whether a run of base64 or hex digits says anything that names OKX or could be of a value.

    Where the code begins is not known, so each alignment is tried.
    """
    if hides_in_base64(run):
        codes = [run[at : at + (len(run) - at) // 4 * 4] for at in range(4)]
        said = [base64.b64decode(code) for code in codes]
    elif has_hex(run):
        digits = _NOT_HEX.split(run)
        said = [bytes.fromhex(d[at : at + (len(d) - at) // 2 * 2].decode()) for d in digits for at in (0, 1)]
    else:
        return False
    return any(_says(text) or (depth < _NESTING and _hides_again(text, depth)) for text in said)


def _says(text: bytes) -> bool:
    """Return whether decoded text names OKX or has a piece of a key or a secret key."""
    return (has_piece(text) or has_word(text.lower())) and _SAID.search(text) is not None


def _hides_again(text: bytes, depth: int) -> bool:
    return any(_hides(text[start:end], depth + 1) for start, end in long_runs(text))
