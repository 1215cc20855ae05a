"""Texts put together from pieces lead back to where the pieces stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from okx_secret_scan.detector.mosaic import Mosaic

pieces = st.lists(st.tuples(st.sampled_from(["copy", "escape", "invent"]), st.text("abc\n", max_size=5)))


@given(pieces)
def test_every_character_leads_back(written: list[tuple[str, str]]) -> None:
    mosaic, other = Mosaic(), ""
    places: list[tuple[int, int] | None] = []
    for kind, text in written:
        other += "-" * 3
        if kind == "copy":
            places += [(len(other) + i, len(other) + i + 1) for i in range(len(text))]
            mosaic.copy(text, len(other))
            other += text
        elif kind == "escape":
            places += [(len(other), len(other) + 6)] * len(text)
            mosaic.translate(text, len(other), 6)
            other += "\\u1234"
        else:
            places += [None] * len(text)
            mosaic.invent(text)
    assert mosaic.text == "".join(text for _, text in written)
    for start, first in enumerate(places):
        for end, last in enumerate(places[start:], start=start + 1):
            if first is not None and last is not None:
                assert mosaic.span(start, end) == (first[0], last[1])


@given(st.text(max_size=5), st.text(max_size=5))
def test_what_was_written_since_can_be_had(first: str, then: str) -> None:
    mosaic = Mosaic()
    mosaic.copy(first, 0)
    before = mosaic.length
    mosaic.copy(then, 9)
    assert mosaic.since(before) == then
