"""Values in rows under a line of column names: CSV, tab-separated dumps, Markdown tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from okx_secret_scan.detector.names import Name, read_name
from okx_secret_scan.detector.providers import Owner, owner_of
from okx_secret_scan.detector.roles import Role

_DELIMITERS = ("\t", "|", ";", ",")
_COPY = re.compile(r"^COPY [\w.\"]+ \(([^()]*)\) FROM stdin", re.IGNORECASE)
_RULER = re.compile(r"[\s|:+-]+")
_LONGEST_LINE = 4000


class Cell(NamedTuple):
    """A value in a row: its span, its column's name, and whom the other cells of the row speak of."""

    start: int
    end: int
    name: Name
    owner: Owner | None


def cells(text: str) -> Iterator[Cell]:
    """Yield the cells of every table in `text` whose columns name at least two parts of a credential."""
    header: list[Name] = []
    delimiter = ""
    bordered = False
    start = 0
    for line in text.split("\n"):
        if len(line) > _LONGEST_LINE or (header and not line.strip()):
            header = []
        elif not header:
            header, delimiter = _read_header(line)
            bordered = _is_bordered(line)
        elif not _RULER.fullmatch(line):
            row = list(_split(line, delimiter, bordered=bordered))
            if abs(len(row) - len(header)) <= 1:
                yield from _row(row, header, start)
            else:
                header, delimiter = _read_header(line)
                bordered = _is_bordered(line)
        start += len(line) + 1


def _read_header(line: str) -> tuple[list[Name], str]:
    copy = _COPY.match(line)
    if copy:
        return [read_name(column.strip()) for column in copy[1].split(",")], "\t"
    if ('"' in line and ":" in line) or "=" in line:
        return [], ""
    for delimiter in _DELIMITERS:
        if line.count(delimiter) >= 1:
            names = [read_name(text) for text, _ in _split(line, delimiter, bordered=_is_bordered(line))]
            if sum(name.role is not None and not name.weak for name in names) >= 2:
                return names, delimiter
    return [], ""


def _is_bordered(line: str) -> bool:
    """Return whether a bar stands before the first column: Markdown, MySQL, and unlike psql."""
    return line.lstrip().startswith("|")


def _split(line: str, delimiter: str, *, bordered: bool) -> Iterator[tuple[str, int]]:
    """Yield the cells of a line without padding and quotes, and where each starts in the line."""
    position = 0
    pieces = line.rstrip("\r").split(delimiter)
    if delimiter == "|" and bordered:
        position = len(pieces[0]) + 1
        pieces = pieces[1:-1] if not pieces[-1].strip() else pieces[1:]
    for piece in pieces:
        body = piece.strip(" \t")
        at = position + (piece.index(body) if body else 0)
        for quote in ('"', "'", "`"):
            if len(body) > 1 and body[0] == body[-1] == quote:
                body, at = body[1:-1], at + 1
        yield body, at
        position += len(piece) + len(delimiter)


def _row(row: list[tuple[str, int]], header: list[Name], start: int) -> Iterator[Cell]:
    owners = {owner_of(text) for text, _ in row if 0 < len(text) <= 40}
    owner = Owner.OKX if Owner.OKX in owners else Owner.EXCHANGE if Owner.EXCHANGE in owners else None
    for (text, at), name in zip(row, header, strict=False):
        if name.role in set(Role) and not name.about and text:
            yield Cell(start + at, start + at + len(text), name, owner)
