"""Writes compiled Python down as source again, as far as it shows which name, call or key holds a string."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from okx_secret_scan.detector.expressions import Line
from okx_secret_scan.detector.machine import Machine
from okx_secret_scan.detector.marshalled import Code, Constant, Text, UnreadableError, read_code
from okx_secret_scan.detector.mosaic import Mosaic
from okx_secret_scan.detector.opcodes import Edition, edition_of

_FUNCTION = 1  # the flag CO_OPTIMIZED, which class bodies lack
_ESCAPED = re.compile('[\\\\"\n\r]')
_SPELT = {"\n": "\\n", "\r": "\\r"}
_INDENT = "    "
# How much larger than its file a text may grow: references may write one string many times.
_GROWTH = 16


def read_byte_code(data: bytes) -> Mosaic | None:
    """Return the source that the content of a `.pyc` file says, None if it is no such file.

    Offsets in the file are those of bytes.
    """
    edition = edition_of(int.from_bytes(data[:2], "little")) if data[2:4] == b"\r\n" else None
    if edition is None or data[edition.header : edition.header + 1] not in {b"c", b"\xe3"}:
        return None
    mosaic = Mosaic()
    try:
        _Writer(edition, mosaic, _GROWTH * len(data)).write(read_code(data, edition))
    except (UnreadableError, RecursionError):
        return None
    return mosaic


@dataclass
class _Writer:
    """Writes code objects, one below the other."""

    edition: Edition
    mosaic: Mosaic
    limit: int
    done: set[int] = field(default_factory=set)
    written: set[int] = field(default_factory=set)

    def write(self, code: Code, indent: str = "") -> None:
        """Write `code` and what is in it, each code object once."""
        self.done.add(id(code))
        machine = Machine(code, self.edition)
        for pieces in machine.run():
            self.line(indent, pieces)
        for text in _texts(code.constants, set()):
            if text.start not in self.written:
                self.line(indent, (text,))
        for constant in code.constants:
            if isinstance(constant, Code) and id(constant) not in self.done:
                kind = "def" if constant.flags & _FUNCTION else "class"
                name = constant.name.strip("<>") or "_"
                defaults = machine.defaults.get(id(constant), ()) if kind == "def" else ()
                self.line(indent, (f"{kind} {name}", *(defaults or ("():",))))
                self.write(constant, indent + _INDENT)

    def line(self, indent: str, pieces: Line) -> None:
        self.mosaic.invent(indent)
        for piece in pieces:
            if isinstance(piece, str):
                self.mosaic.invent(piece)
            else:
                self.quote(piece)
        self.mosaic.invent("\n")
        if self.mosaic.length > self.limit:
            raise UnreadableError

    def quote(self, text: Text) -> None:
        self.written.add(text.start)
        self.mosaic.invent('"')
        value, position = text.value, text.start
        if text.raw.isascii():
            at = 0
            for match in _ESCAPED.finditer(value):
                self.mosaic.copy(value[at : match.start()], position + at)
                at = match.end()
                self.mosaic.translate(_SPELT.get(match[0], "\\" + match[0]), position + at - 1, 1)
            self.mosaic.copy(value[at:], position + at)
        else:
            for character in value:
                width = len(character.encode())
                spelt = _SPELT.get(character, "\\" * (character in '\\"') + character)
                self.mosaic.translate(spelt, position, width)
                position += width
        self.mosaic.invent('"')


def _texts(constants: Sequence[Constant], seen: set[int]) -> Iterator[Text]:
    """Yield the strings among `constants`; `seen` are the collections that have been looked through."""
    for constant in constants:
        if isinstance(constant, Text):
            yield constant
        elif isinstance(constant, tuple) and id(constant) not in seen:
            seen.add(id(constant))
            yield from _texts(constant, seen)
