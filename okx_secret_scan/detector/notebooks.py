"""Reads Jupyter notebooks as people see them: the source of each cell as one text, and its outputs.

The format: https://nbformat.readthedocs.io/en/latest/format_description.html
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from okx_secret_scan.detector.dialects import Dialect, dialect_of
from okx_secret_scan.detector.json_strings import JsonString, Path, read_json
from okx_secret_scan.detector.mosaic import Mosaic
from okx_secret_scan.detector.views import View
from okx_secret_scan.model import Location

# What the text of a cell is like, by the magic in its first line.
_MAGICS = {
    "bash": "cell.sh", "sh": "cell.sh", "script": "cell.sh", "cmd": "cell.bat", "html": "cell.html",
    "svg": "cell.svg", "perl": "cell.pl", "ruby": "cell.rb", "sql": "cell.sql", "markdown": "cell.md",
    "latex": "cell.tex",
}  # fmt: skip
_CELL_MAGIC = re.compile(r"\s*%%(\w+)[ \t]*(?:-a[ \t]+)?([^\s\"']*)")
_LINE_MAGIC = re.compile(r"^[ \t]*(?P<magic>!|%(?:set_)?env[ \t]+)(?P<rest>[^\n]+)", re.MULTILINE)
# An escape, or a terminal colour: tracebacks have them between a name and its value.
_ESCAPE = re.compile(
    r"\\u001[bB]\[[0-9;]*m|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\."
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_BETWEEN = "\n\n"


class _Text(NamedTuple):
    """A text that people see: its cell, 1-based (0 for the rest of the file), and its span."""

    cell: int
    start: int
    end: int


class Notebook(NamedTuple):
    """A notebook as one text. `views` show its parts with their dialects, `origin` leads back to the file."""

    text: str
    views: tuple[tuple[View, Dialect], ...]
    origin: Mosaic
    texts: tuple[_Text, ...]
    cells: tuple[tuple[int, int], ...]

    def with_cell(self, location: Location, offset: int) -> Location:
        """Add to a `location` in the file the cell, and the line within it, of an offset in the text."""
        at = self.texts[bisect_right([text.start for text in self.texts], offset) - 1]
        if at.cell:
            line = self.text.count("\n", at.start, offset) + 1
            return replace(location, cell=f"{at.cell}:{line}")
        # What nobody sees of a cell (metadata, attachments) has no lines.
        place, _ = self.origin.span(offset, offset + 1)
        cell = next((n for n, (start, end) in enumerate(self.cells, 1) if start <= place < end), None)
        return location if cell is None else replace(location, cell=f"{cell}:1")


def could_be_notebook(text: str) -> bool:
    """Return False only if `text` is no notebook."""
    return '"nbformat"' in text and text.lstrip("\ufeff \t\r\n").startswith("{")


def read_notebook(text: str) -> Notebook | None:
    """Read the JSON text of a notebook; None if it is another thing or cannot be parsed."""
    if not could_be_notebook(text):
        return None
    parsed = read_json(text)
    if parsed is None:
        return None
    spans = {path: span for path, span in parsed.containers.items() if _is_cell(path)}
    cells = {path: number for number, path in enumerate(sorted(spans, key=lambda p: spans[p]), start=1)}
    kinds = {s.path[:-1]: text[s.start : s.end] for s in parsed.strings if s.path[-1:] == ("cell_type",)}
    mosaic = Mosaic()
    texts: list[_Text] = []
    views: list[tuple[View, Dialect]] = []
    seen: list[JsonString] = []
    for (cell, field), group in groupby(parsed.strings, key=_field):
        if not field:
            continue
        pieces = list(group)
        seen += pieces
        content = _compose(mosaic, text, pieces, lines=field[-1] == "traceback")
        texts.append(_Text(cells.get(cell, 0), mosaic.length - len(content), mosaic.length))
        is_code = field[0] != "outputs" and kinds.get(cell) == "code"
        views += _views(content, texts[-1].start, is_code=is_code)
        mosaic.invent(_BETWEEN)
    texts.append(_Text(0, mosaic.length, mosaic.length + len(text)))
    rest = _blanked(text, seen)
    views.append((View(rest, mosaic.length), dialect_of("notebook.json")))
    mosaic.copy(rest, 0)
    return Notebook(mosaic.text, tuple(views), mosaic, tuple(texts), tuple(spans[path] for path in cells))


def _is_cell(path: Path) -> bool:
    # Version 3 of the format has its cells in worksheets.
    return path[-2:-1] == ("cells",) and (len(path) == 2 or (len(path) == 4 and path[0] == "worksheets"))


def _field(string: JsonString) -> tuple[Path, Path]:
    """Return the cell of a string and which text of it the string is a part of, () for what nobody sees."""
    path = string.path
    depth = 2 if path[:1] == ("cells",) else 4
    cell, rest = path[:depth], path[depth:]
    if not _is_cell(cell) or not rest:
        return (), ()
    if rest[0] in {"source", "input"}:
        return cell, rest[:1]
    if rest[0] != "outputs" or len(rest) < 3:
        return (), ()
    if rest[2] in {"text", "traceback"}:
        return cell, rest[:3]
    if rest[2] == "data" and len(rest) > 3 and str(rest[3]).startswith("text/"):
        return cell, rest[:4]
    return (), ()


def _compose(mosaic: Mosaic, text: str, pieces: Iterable[JsonString], *, lines: bool) -> str:
    """Write what the strings say into the mosaic, each as lines of its own if `lines`, and return it."""
    before = mosaic.length
    for piece in pieces:
        position = piece.start
        for escape in _ESCAPE.finditer(text, piece.start, piece.end):
            mosaic.copy(text[position : escape.start()], position)
            _undo(mosaic, escape)
            position = escape.end()
        mosaic.copy(text[position : piece.end], position)
        if lines:
            mosaic.invent("\n")
    return mosaic.since(before)


def _undo(mosaic: Mosaic, escape: re.Match[str]) -> None:
    spelt = escape[0]
    if spelt.endswith("m") and len(spelt) > 2:
        return
    try:
        import json  # Most files are no notebooks.

        said = json.loads(f'"{spelt}"')
    except ValueError:
        said = spelt
    if said == spelt or _SURROGATE.search(said):
        mosaic.copy(spelt, escape.start())
    else:
        mosaic.translate(said, escape.start(), len(spelt))


def _views(content: str, base: int, *, is_code: bool) -> Iterator[tuple[View, Dialect]]:
    if not is_code:
        yield View(content, base), dialect_of("cell.md")
        return
    magic = _CELL_MAGIC.match(content)
    file = "cell.py"
    if magic is not None:
        file = magic[2] if magic[1] in {"writefile", "file"} else _MAGICS.get(magic[1], file)
    yield View(content, base), dialect_of(file)
    for line in _LINE_MAGIC.finditer(content):
        dialect = dialect_of("cell.sh" if line["magic"] == "!" else ".env")
        yield View(line["rest"], base + line.start("rest")), dialect


def _blanked(text: str, strings: Iterable[JsonString]) -> str:
    """Return `text` with spaces in place of `strings`, which are in order."""
    pieces, position = [], 0
    for string in strings:
        pieces += [text[position : string.start], " " * (string.end - string.start)]
        position = string.end
    return "".join([*pieces, text[position:]])
