"""A text put together from pieces of another, with the way back: what a notebook or byte code says."""

from __future__ import annotations

from bisect import bisect_left, bisect_right


class Mosaic:
    """A text that is written piece by piece; offsets are in code points."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._starts: list[int] = []
        self._origins: list[int] = []
        self._widths: list[int] = []
        self.length = 0

    @property
    def text(self) -> str:
        """All that has been written."""
        return "".join(self._pieces)

    def since(self, offset: int) -> str:
        """Return what has been written from `offset` on, where a piece must start."""
        return "".join(self._pieces[bisect_left(self._starts, offset) :])

    def copy(self, text: str, origin: int) -> None:
        """Write `text` that stands at `origin` as it is."""
        self._write(text, origin, 1)

    def translate(self, text: str, origin: int, width: int) -> None:
        """Write `text` that is spelt by `width` characters from `origin` on."""
        self._write(text, origin, width)

    def invent(self, text: str) -> None:
        """Write `text` that stands nowhere; it leads back to where the piece before it ends."""
        origin = self._origins[-1] if self._origins else 0
        self._write(text, origin, 0)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in the other text that says what stands from `start` to `end` in this one."""
        first, _ = self._place(start)
        last, width = self._place(max(start, end - 1))
        return first, max(first, last + width)

    def _write(self, text: str, origin: int, width: int) -> None:
        if text:
            self._pieces.append(text)
            self._starts.append(self.length)
            self._origins.append(origin)
            self._widths.append(width)
            self.length += len(text)

    def _place(self, offset: int) -> tuple[int, int]:
        """Return where the character at `offset` stands in the other text, and how wide it is there."""
        piece = max(0, bisect_right(self._starts, offset) - 1)
        width = self._widths[piece]
        into = offset - self._starts[piece] if width == 1 else 0
        return self._origins[piece] + into, width
