"""Texts inside texts: decoded strings and string contents, each with the way back to the root text."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from okx_secret_scan.detector import shapes

if TYPE_CHECKING:
    from okx_secret_scan.detector.literals import Literal

_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{8,}={0,2}")
_PERCENT_RUN = re.compile(r"(?:[\w.\-~]|%[0-9A-Fa-f]{2}){0,200}?%[0-9A-Fa-f]{2}(?:[\w.\-~]|%[0-9A-Fa-f]{2})*")
_BASE64_RUN = re.compile(r"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{16,}={0,2}(?![A-Za-z0-9+/=_-])")
_HEX = re.compile(r"(?:[0-9a-fA-F]{2}){6,}")
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
_PRINTABLE = re.compile(r"[\t\n\r\x20-\x7e\u00a0-\uffff]{6,}")
_DEPTH = 3
_LONGEST_RUN = 1 << 16


@dataclass(frozen=True, slots=True)
class View:
    """A text and where each of its characters stands in the root text.

    `offsets` has one more entry than `text` has characters; None if the text stands in the root from `base`.
    """

    text: str
    base: int = 0
    offsets: Sequence[int] | None = None

    def root(self, offset: int) -> int:
        """Return the offset in the root text of an offset in this view."""
        if self.offsets is None:
            return self.base + offset
        return self.offsets[min(offset, len(self.offsets) - 1)]


class Decoded(NamedTuple):
    """What an encoded text says; `sources` gives for each character the place in the encoded text."""

    text: str
    encoding: str
    sources: Sequence[int]


def inside(view: View, literal: Literal) -> View:
    """Return the view of a string's content."""
    if literal.offsets is None:
        base = view.root(literal.start)
        if view.offsets is None:
            return View(literal.value, base)
        return View(literal.value, 0, [view.root(literal.start + i) for i in range(len(literal.value) + 1)])
    return View(literal.value, 0, [view.root(offset) for offset in literal.offsets])


def encoded(view: View, literal: Literal, decoded: Decoded) -> View:
    """Return the view of what an encoded literal says."""
    outer = inside(view, literal)
    return View(decoded.text, 0, [outer.root(source) for source in decoded.sources])


def encoded_run(text: str, start: int) -> str | None:
    """Return the base64, hex or percent-encoded run without quotes that starts at `start`."""
    for pattern in (_PERCENT_RUN, _BASE64_RUN):
        match = pattern.match(text, start, start + _LONGEST_RUN)
        if match and match[0].count("%") != 1:
            return match[0]
    return None


def decode_text(text: str, depth: int = 0) -> Decoded | None:
    """Decode `text` if it is the encoding of readable text, None if it is not."""
    for decoder in (_hex, _base64, _percent):
        decoded = decoder(text)
        if decoded is None:
            continue
        again = (
            decode_text(decoded.text, depth + 1) if depth + 1 < _DEPTH and len(decoded.text) >= 32 else None
        )
        if again is None:
            return decoded
        sources = [decoded.sources[min(s, len(decoded.sources) - 1)] for s in again.sources]
        return Decoded(again.text, f"{decoded.encoding}+{again.encoding}", sources)
    return None


def hides_value(text: str) -> bool:
    """Return whether an encoded run in `text` says something that has the shape of a value."""
    for run in _BASE64_RUN.finditer(text):
        decoded = decode_text(run[0])
        if decoded is not None and shapes.KEY_OR_SECRET.search(decoded.text):
            return True
    return False


def _readable(data: bytes) -> str | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return text if _PRINTABLE.fullmatch(text) else None


def _base64(text: str) -> Decoded | None:
    if not _BASE64.fullmatch(text) or len(text.rstrip("=")) % 4 == 1:
        return None
    body = text.rstrip("=").replace("-", "+").replace("_", "/")
    try:
        readable = _readable(base64.b64decode(body + "=" * (-len(body) % 4), validate=True))
    except binascii.Error:
        return None
    if readable is None:
        return None
    sources = [i * 4 // 3 for i in range(len(readable.encode()))] + [len(text)]
    return Decoded(readable, "base64", _by_character(readable, sources))


def _hex(text: str) -> Decoded | None:
    if not _HEX.fullmatch(text):
        return None
    readable = _readable(bytes.fromhex(text))
    if readable is None:
        return None
    sources = [*range(0, len(text), 2), len(text)]
    return Decoded(readable, "hex", _by_character(readable, sources))


def _percent(text: str) -> Decoded | None:
    if not _PERCENT.search(text) or " " in text:
        return None
    from urllib.parse import unquote_to_bytes  # It takes long to load, and is seldom needed.

    readable = _readable(unquote_to_bytes(text))
    if readable is None or readable == text:
        return None
    sources, position = [], 0
    for piece in re.finditer(r"%[0-9A-Fa-f]{2}|[\s\S]", text):
        sources += [piece.start()] * (1 if piece[0].startswith("%") else len(piece[0].encode()))
        position = piece.end()
    return Decoded(readable, "percent", _by_character(readable, [*sources, position]))


def _by_character(text: str, byte_sources: Sequence[int]) -> Sequence[int]:
    """Turn places of bytes into places of characters."""
    if text.isascii():
        return byte_sources
    sources, offset = [], 0
    for character in text:
        sources.append(byte_sources[offset])
        offset += len(character.encode())
    return [*sources, byte_sources[-1]]
