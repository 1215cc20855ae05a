"""Finds what may be a key or a secret key that is encoded or cut in pieces."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from typing import NamedTuple

from okx_secret_scan.detector import screen
from okx_secret_scan.detector.gate import (
    WORDS,
    has_hex,
    has_piece,
    has_word,
    hides_in_base64,
    long_runs,
)
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
# A UUID, three characters a group, and maybe a line break. JSON Web Tokens have some that are no keys.
_KEY_IN_BASE64 = re.compile(rb"(?:[LMNOYZ][A-Za-z0-9+/]{3}){12}(?:Cg|DQo)?")
_NESTING = 3


class Written(NamedTuple):
    """A way to write a value in other letters: a pattern, and the least that a match of it takes.

    Every pattern starts with a literal, which makes its search fast; `trace` is for `screen.present`.
    """

    pattern: re.Pattern[str]
    trace: bytes


# Escapes, entities, percent signs, a value that goes on in the next line, one behind an escaped line break.
WAYS = (
    Written(
        re.compile(r"\\x[0-9A-Fa-f]{2}(?:\\x[0-9A-Fa-f]{2}|[0-9A-Fa-f-]){7}"),
        rb"\\x[0-9a-f]{2}",
    ),
    Written(
        re.compile(r"\\u(?:00|\{)[0-9A-Fa-f]{2}\}?(?:\\u(?:00|\{)[0-9A-Fa-f]{2}\}?|[0-9A-Fa-f-]){8}"),
        rb"\\u(?:00|\{)[0-9a-f]{2}",
    ),
    Written(re.compile(r"\\1[0-7]{2}(?:\\[01][0-7]{2}){7}"), rb"\\1[0-7]{2}\\[01][0-7]{2}"),
    Written(
        re.compile(r"&#(?:x[0-9A-Fa-f]{2}|\d{2,3});(?:&#(?:x[0-9A-Fa-f]{2}|\d{2,3});|[0-9A-Fa-f-]){7}"),
        rb"&#(?:x[0-9a-f]{2}|[0-9]{2,3});",
    ),
    Written(
        re.compile(r"%(?:7[Bb]%22|[346][0-9A-Fa-f]%[346][0-9A-Fa-f]%[346])|%2[Dd][0-9a-f]{4}%"),
        rb"%(?:7b%22|[346][0-9a-f]%[346]|2d[0-9a-f]{4}%)",
    ),
    Written(
        re.compile(r"\\\r?\n(?<=[0-9A-Fa-f-]{4}\\\n|[0-9A-Fa-f-]{3}\\\r\n)[ \t]*[0-9A-Fa-f-]{4}"),
        rb"[0-9a-f-]\\\r?\n[ \t]*[0-9a-f-]{4}",
    ),
    Written(re.compile(r"\\[nrt][0-9A-F]{32}(?![0-9A-Za-z])"), rb"\\[nrt][0-9a-f]{32}"),
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
_CHAIN_TRACE = (
    rb"[\"'`][0-9a-f-]{1,36}[\"'`][^a-z0-9\"'`-]{0,80}(?:[a-z0-9-][^a-z0-9\"'`-]{0,80})?[a-z0-9_-]{0,2}"
    rb"[\"'`][0-9a-f-]{1,36}[\"'`]"
)
_RUN_TRACE = rb"[a-z0-9+/]{40}"
_TRACES = (*(way.trace for way in WAYS), _CHAIN_TRACE, _RUN_TRACE)
_CHAINED, _RUN = len(WAYS), len(WAYS) + 1
_SHORTEST_VALUE = 32
_VALUE = re.compile(rf"{UUID_V4}|(?=\d{{0,31}}[A-F]){UPPER_HEX_32}")


def hidden(text: str, flat: bytes) -> Iterator[tuple[int, int]]:
    """Yield the spans of what may be a key or a secret key that is encoded or cut in pieces.

    `flat` is the text with one byte for each character.
    """
    traces = screen.present(_TRACES, flat)
    for number, way in enumerate(WAYS):
        if number in traces:
            yield from (m.span() for m in way.pattern.finditer(text))
    if _CHAINED in traces and _has_chain(flat):
        yield from _joined(text)
    if _RUN in traces:
        yield from (span for span in long_runs(flat) if _hides(flat[slice(*span)]))


def _has_chain(flat: bytes) -> bool:
    chains = _CHAIN.finditer(flat.translate(_KINDS))
    return any(pieces[0].count(b"h") >= _SHORTEST_VALUE for pieces in chains)


def _joined(text: str) -> Iterator[tuple[int, int]]:
    for joined in _JOINED.finditer(text):
        pieces = (" " if _VALUE.fullmatch(piece) else piece for piece in _PIECE.findall(joined[0]))
        if _VALUE.search("".join(pieces)):
            yield joined.span()


def _hides(run: bytes, depth: int = 0) -> bool:
    """Return whether a run of base64 or hex digits says anything that names OKX or could be of a value.

    Where the code begins is not known, so each alignment is tried.
    """
    if hides_in_base64(run) or _KEY_IN_BASE64.fullmatch(run):
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
