"""Reads what Python's marshal writes without bringing any of it to life; strings keep their places.

The format: https://github.com/python/cpython/blob/main/Python/marshal.c
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from okx_secret_scan.detector.opcodes import Edition

_REFERENCE = 0x80
_DEEPEST = 60
_LOCALS = 3
_PLAIN = {
    ord("N"): "None", ord("F"): "False", ord("T"): "True", ord("."): "...", ord("S"): "StopIteration",
}  # fmt: skip
_LONG_STRINGS = frozenset(b"stuaA")
_SHORT_STRINGS = frozenset(b"zZ")


@dataclass(frozen=True, slots=True)
class Text:
    """A string: its bytes (UTF-8 if it is text), and where in the file they start."""

    raw: bytes = field(repr=False)
    start: int

    @property
    def value(self) -> str:
        """The text."""
        return self.raw.decode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class Code:
    """The code of a module, class or function. `names`, `variables` and `closures` are those in it."""

    name: str
    arguments: int
    flags: int
    instructions: bytes = field(repr=False)
    constants: tuple[Constant, ...] = field(repr=False)
    names: tuple[str, ...]
    variables: tuple[str, ...]
    closures: tuple[str, ...]


# A string, a tuple or other collection, code, or what else there is as source would write it.
Constant: TypeAlias = Text | tuple["Constant", ...] | Code | str


class UnreadableError(Exception):
    """The bytes are no marshalled object, or one that is too deep."""


def read_code(data: bytes, edition: Edition) -> Code:
    """Read the code object in the byte code file `data`. Raises `UnreadableError`."""
    reader = _Reader(data, edition)
    found = reader.read()
    if not isinstance(found, Code):
        raise UnreadableError
    return found


class _Reader:
    def __init__(self, data: bytes, edition: Edition) -> None:
        self._data = data
        self._edition = edition
        self._position = edition.header
        self._references: list[Constant] = []
        self._interned: list[Constant] = []
        self._depth = 0

    def read(self) -> Constant:
        """Read one object."""
        byte = self._bytes(1)[0]
        kind, referenced = byte & ~_REFERENCE, byte & _REFERENCE
        if not referenced:
            return self._object(kind)
        # The object's place among the references comes before those of its parts.
        place = len(self._references)
        self._references.append("None")
        self._references[place] = found = self._object(kind)
        return found

    def _object(self, kind: int) -> Constant:
        if kind in _PLAIN:
            return _PLAIN[kind]
        if kind in _SHORT_STRINGS or kind in _LONG_STRINGS:
            return self._text(kind)
        if kind not in _KINDS:
            raise UnreadableError
        self._depth += 1
        if self._depth > _DEEPEST:
            raise UnreadableError
        found = _KINDS[kind](self)
        self._depth -= 1
        return found

    def _bytes(self, count: int) -> bytes:
        end = self._position + count
        if count < 0 or end > len(self._data):
            raise UnreadableError
        found = self._data[self._position : end]
        self._position = end
        return found

    def _number(self, size: int = 4) -> int:
        return int.from_bytes(self._bytes(size), "little", signed=size == 4)

    def _text(self, kind: int) -> Text:
        size = self._number(1) if kind in _SHORT_STRINGS else self._number()
        start = self._position
        text = Text(self._bytes(size), start)
        if kind == ord("t"):
            self._interned.append(text)
        return text

    def _skipped(self, count: int) -> str:
        self._bytes(count)
        return "0"

    def _integer(self) -> str:
        return str(self._number())

    def _long(self) -> str:
        return self._skipped(2 * abs(self._number()))

    def _written_float(self) -> str:
        return self._skipped(self._number(1))

    def _written_complex(self) -> str:
        return self._written_float() + self._written_float()

    def _tuple(self) -> Constant:
        return self._items(self._number())

    def _small_tuple(self) -> Constant:
        return self._items(self._number(1))

    def _slice(self) -> Constant:
        return self._items(3)

    def _items(self, count: int) -> tuple[Constant, ...]:
        if not 0 <= count <= len(self._data):
            raise UnreadableError
        return tuple(self.read() for _ in range(count))

    def _dictionary(self) -> Constant:
        found: list[Constant] = []
        while self._data[self._position : self._position + 1] != b"0":
            found.append(self.read())
        self._position += 1
        return tuple(found)

    def _reference(self) -> Constant:
        return self._known(self._references)

    def _interned_string(self) -> Constant:
        return self._known(self._interned)

    def _known(self, objects: list[Constant]) -> Constant:
        index = self._number()
        if not 0 <= index < len(objects):
            raise UnreadableError
        return objects[index]

    def _code(self) -> Code:
        edition = self._edition
        integers = [self._number() for _ in range(edition.integers)]
        objects = self._items(edition.objects)
        self._number()
        self._items(edition.tables)
        instructions, constants = objects[0], objects[1]
        if not isinstance(instructions, Text) or not isinstance(constants, tuple):
            raise UnreadableError
        variables = _texts(objects[_LOCALS])
        return Code(
            name=_texts((objects[edition.name],))[0],
            arguments=integers[0],
            flags=integers[-1],
            instructions=instructions.raw,
            constants=constants,
            names=_texts(objects[2]),
            variables=variables,
            closures=variables if edition.one_frame else _texts(objects[5]) + _texts(objects[4]),
        )


def _texts(constant: Constant) -> tuple[str, ...]:
    items = constant if isinstance(constant, tuple) else ()
    return tuple(item.value if isinstance(item, Text) else "_" for item in items)


_KINDS: dict[int, Callable[[_Reader], Constant]] = {
    ord("i"): _Reader._integer,
    ord("I"): lambda reader: reader._skipped(8),
    ord("l"): _Reader._long,
    ord("f"): _Reader._written_float,
    ord("g"): lambda reader: reader._skipped(8),
    ord("x"): _Reader._written_complex,
    ord("y"): lambda reader: reader._skipped(16),
    ord("("): _Reader._tuple,
    ord(")"): _Reader._small_tuple,
    ord("["): _Reader._tuple,
    ord("<"): _Reader._tuple,
    ord(">"): _Reader._tuple,
    ord(":"): _Reader._slice,
    ord("{"): _Reader._dictionary,
    ord("c"): _Reader._code,
    ord("r"): _Reader._reference,
    ord("R"): _Reader._interned_string,
}
