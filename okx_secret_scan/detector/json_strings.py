"""Finds the strings of a JSON text with their places, which the standard parser does not tell."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

_TOKEN = re.compile(
    r'[ \t\r\n]*(?:"(?P<string>[^"\\]*(?:\\.[^"\\]*)*)"|(?P<mark>[{}\[\],:])'
    r"|(?P<other>-?\d[\d.eE+\-]*|true|false|null|NaN|-?Infinity))",
    re.DOTALL,
)
_PARTNERS = {"}": "{", "]": "["}
DEPTH = 8

Path = tuple[str | int, ...]
"""The keys and indices that lead to a value, the outermost `DEPTH` of them."""


class JsonString(NamedTuple):
    """A string that is a value: its path, and the span of what stands between its quotes, escapes and all."""

    path: Path
    start: int
    end: int


class JsonText(NamedTuple):
    """The strings of a JSON text in reading order, and the spans of its outer objects and arrays."""

    strings: Sequence[JsonString]
    containers: Mapping[Path, tuple[int, int]]


@dataclass
class _Open:
    """The objects and arrays around the place that is being read."""

    marks: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    path: list[str | int] = field(default_factory=list)


def read_json(text: str) -> JsonText | None:
    """Return the strings of `text`, None if it is no JSON. Depth does not matter."""
    strings: list[JsonString] = []
    containers: dict[Path, tuple[int, int]] = {}
    around = _Open()
    key_next = False
    position, last = 0, len(text.rstrip())
    while position < last:
        token = _TOKEN.match(text, position)
        if token is None:
            return None
        position = token.end()
        mark = token["mark"]
        if mark is None:
            if key_next and token["string"] is not None:
                around.path[-1] = token["string"]
                key_next = False
            elif token["string"] is not None:
                strings.append(
                    JsonString(tuple(around.path[:DEPTH]), token.start("string"), token.end("string"))
                )
        elif mark in "{[":
            around.marks.append(mark)
            around.starts.append(position - 1)
            around.path.append("" if mark == "{" else 0)
            key_next = mark == "{"
        elif not around.marks or around.marks[-1] != _PARTNERS.get(mark, around.marks[-1]):
            return None
        elif mark in _PARTNERS:
            around.marks.pop()
            around.path.pop()
            start = around.starts.pop()
            if len(around.path) <= DEPTH:
                containers[tuple(around.path)] = start, position
            key_next = False
        elif mark == ",":
            key_next = around.marks[-1] == "{"
            index = around.path[-1]
            around.path[-1] = index + 1 if isinstance(index, int) else index
    return None if around.marks or position == 0 else JsonText(strings, containers)
