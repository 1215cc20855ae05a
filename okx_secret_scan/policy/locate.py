"""Finds the line of a configuration file that a complaint is about.

The standard parsers tell no lines. So a TOML document is cut into tokens here and walked through once, to
note where each key and each element stands; what a key means is left to the parser.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

Steps = tuple[str | int, ...]

# Steps that anybody asks for; a hostile document may go as deep as it likes.
_DEEPEST = 8

# Values of several words (`2027-01-31 12:00:00`) are several tokens; none of them is asked for.
_TOKEN = re.compile(
    r"""
    "{3}(?:\\.|[^\\])*?"{3,5} | '{3}.*?'{3,5}      # texts of several lines
    | "(?:\\.|[^"\\\n])*" | '[^'\n]*'              # texts
    | \#[^\n]*                                     # a comment
    | [\[\]{}=,\n]
    | [^\s\[\]{}=,"'\#]+
    """,
    re.DOTALL | re.VERBOSE,
)


class _Token(NamedTuple):
    text: str
    line: int


def toml_line(text: str, path: Sequence[str | int]) -> int | None:
    """Return the 1-based line where what `path` leads to is set, None if nothing sets it.

    `text` is a whole valid TOML document; `path` leads through its tables and arrays.
    """
    return _lines(text).get(tuple(path))


@lru_cache(maxsize=4)
def ini_line(text: str, section: str, option: str | None = None) -> int | None:
    """Return the 1-based line of an option of an INI file, or of a section's head if there is no option."""
    inside = False
    depth = 0
    for number, line in enumerate(text.splitlines(), 1):
        indent = len(line) - len(line.lstrip())
        if line.startswith("["):
            inside, depth = line.strip() == f"[{section}]", len(line)
            if inside and option is None:
                return number
        elif inside and indent <= depth and line[indent : indent + 1] not in ("", "#", ";"):
            # What is indented more goes on with the option above.
            depth = indent
            if line.replace(":", "=").partition("=")[0].strip().lower() == option:
                return number
    return None


@lru_cache(maxsize=4)
def _lines(text: str) -> dict[Steps, int]:
    """Return the line of every table, key and element of a TOML document."""
    found: dict[Steps, int] = {}
    for steps, line in _Walk(text).statements():
        for length in range(1, min(len(steps), _DEEPEST) + 1):
            found.setdefault(steps[:length], line)
    return found


class _Walk:
    """One walk through the tokens of a document."""

    def __init__(self, text: str) -> None:
        self._tokens = list(_tokens(text))
        self._at = 0

    def statements(self) -> Iterator[tuple[Steps, int]]:
        """Yield the steps to each table, key and element, with its line."""
        table: Steps = ()
        tables: Counter[Steps] = Counter()
        while self._at < len(self._tokens):
            token = self._take()
            if token.text == "[":
                table = self._header(tables)
                yield table, token.line
            elif token.text != "\n":
                self._at -= 1
                yield from self._assignment(table)

    def _header(self, tables: Counter[Steps]) -> Steps:
        """Read the rest of `[table]` or `[[table]]`; `tables` counts the elements of the latter."""
        element = self._take_if("[")
        path: Steps = ()
        keys = self._key("]")
        for number, key in enumerate(keys, 1):
            path = (*path, key)
            if element and number == len(keys):
                tables[path] += 1
            if tables[path]:
                path = (*path, tables[path] - 1)
        if element:
            self._take()
        return path

    def _assignment(self, start: Steps) -> Iterator[tuple[Steps, int]]:
        line = self._tokens[self._at].line
        steps = (*start, *self._key("="))
        yield steps, line
        yield from self._value(steps)

    def _value(self, steps: Steps) -> Iterator[tuple[Steps, int]]:
        if self._take_if("["):
            yield from self._array(steps)
        elif self._take_if("{"):
            while not self._take_if("}"):
                if not (self._take_if(",") or self._take_if("\n")):
                    yield from self._assignment(steps)
        else:
            while self._at < len(self._tokens) and self._tokens[self._at].text not in ",]}\n":
                self._take()

    def _array(self, steps: Steps) -> Iterator[tuple[Steps, int]]:
        number = 0
        while not self._take_if("]"):
            if self._take_if(","):
                number += 1
            elif not self._take_if("\n"):
                element = (*steps, number)
                yield element, self._tokens[self._at].line
                yield from self._value(element)

    def _key(self, end: str) -> list[str]:
        """Read a key up to the token `end` and return its parts."""
        import tomllib

        words = []
        while (token := self._take()).text != end:
            words.append(token.text)
        key = "".join(words)
        if '"' not in key and "'" not in key:
            return key.split(".")
        document = tomllib.loads(f"{key} = 0")
        parts = []
        while isinstance(document, dict):
            [(key, document)] = document.items()
            parts.append(key)
        return parts

    def _take(self) -> _Token:
        self._at += 1
        return self._tokens[self._at - 1]

    def _take_if(self, text: str) -> bool:
        found = self._at < len(self._tokens) and self._tokens[self._at].text == text
        self._at += found
        return found


def _tokens(text: str) -> Iterator[_Token]:
    """Yield the tokens of a TOML document but its comments."""
    line, counted = 1, 0
    for match in _TOKEN.finditer(text):
        line += text.count("\n", counted, match.start())
        counted = match.start()
        if not match[0].startswith("#"):
            yield _Token(match[0], line)
