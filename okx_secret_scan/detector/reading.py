"""From content to what the detector looks at: views of text with their dialects, and the way back."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from okx_secret_scan.detector.decode import decode
from okx_secret_scan.detector.dialects import Dialect, dialect_of
from okx_secret_scan.detector.mosaic import Mosaic
from okx_secret_scan.detector.notebooks import Notebook, read_notebook
from okx_secret_scan.detector.prefilter import WHOLE, Span, has_candidates, regions
from okx_secret_scan.detector.views import View
from okx_secret_scan.model import Location

# What begins so is XML, whatever its name promises.
_XML = "<?xml "


class Reading(NamedTuple):
    """A text to detect in: its `views`, and what gives a span in the text its place in the file."""

    text: str
    views: tuple[tuple[View, Dialect], ...]
    locate: Callable[[int, int], Location]


def read(data: bytes, name: str | None, path: str | None = None) -> Reading:
    """Read `data`, the content of a file called `name` at `path`; never fails."""
    source = _byte_code(data)
    if source is not None:
        return _of_byte_code(source, data, path)
    text = decode(data)
    notebook = read_notebook(text)
    if notebook is not None:
        return _of_notebook(notebook, text, path)
    dialect = dialect_of(name if not text.startswith(_XML) else f"{name or ''}.xml")
    views = tuple((View(text[start:end], start), dialect) for start, end in regions(text, path, dialect))
    return Reading(text, views, _locator(text))


def worth_reading(data: bytes) -> bool:
    """Return False only if `read` gives no views of `data` for any name and path that do not name OKX."""
    source = _byte_code(data)
    if source is not None:
        return has_candidates(source.text)
    text = decode(data)
    notebook = read_notebook(text)
    return has_candidates(text if notebook is None else notebook.text)


def _byte_code(data: bytes) -> Mosaic | None:
    """Return what `data` say if they are Python's byte code."""
    if data[2:4] != b"\r\n":
        return None
    # Byte code is rare, and its reader takes long to load.
    from okx_secret_scan.detector.bytecode import read_byte_code

    return read_byte_code(data)


def _of_byte_code(source: Mosaic, data: bytes, path: str | None) -> Reading:
    in_file = _locator(data.decode("latin-1"))
    text = source.text

    def locate(start: int, end: int) -> Location:
        return in_file(*source.span(start, end))

    # Functions stand behind all of a module, far from what they use: what is worth reading is read whole.
    views = ((View(text), dialect_of("source.py")),) if has_candidates(text, path) else ()
    return Reading(text, views, locate)


def _of_notebook(notebook: Notebook, text: str, path: str | None) -> Reading:
    in_file = _locator(text)

    def locate(start: int, end: int) -> Location:
        return notebook.with_cell(in_file(*notebook.origin.span(start, end)), start)

    spans = regions(notebook.text, path)
    views = tuple(part for view, dialect in notebook.views for part in _within(view, dialect, spans))
    return Reading(notebook.text, views, locate)


def _within(view: View, dialect: Dialect, spans: Sequence[Span]) -> Iterator[tuple[View, Dialect]]:
    """Yield what of a `view` is worth reading, as `spans` of the root text, which it is a part of, say."""
    for start, end in spans:
        low, high = max(0, start - view.base), min(len(view.text), end - view.base)
        if low < high:
            if len(view.text) <= WHOLE:
                yield view, dialect
                return
            yield View(view.text[low:high], view.base + low), dialect


def _locator(text: str) -> Callable[[int, int], Location]:
    """Return what turns spans of `text` into 1-based lines and columns in code points."""
    lines: list[int] = []

    def locate(start: int, end: int) -> Location:
        if not lines:  # Most texts hold nothing to locate.
            lines.extend([0, *(match.end() for match in re.finditer("\n", text))])
        first, last = bisect_right(lines, start), bisect_right(lines, max(start, end - 1))
        return Location(first, start - lines[first - 1] + 1, last, end - lines[last - 1] + 1)

    return locate
