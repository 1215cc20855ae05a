"""How much room text takes in a terminal."""

from __future__ import annotations

import unicodedata


def width(text: str) -> int:
    """Return how many columns a terminal gives to `text`."""
    if text.isascii():
        return len(text)
    return sum(map(_width, text))


def cut(text: str, room: int) -> str:
    """Return as much of the beginning of `text` as fits into `room` columns."""
    if text.isascii():
        return text[:room]
    for number, character in enumerate(text):
        room -= _width(character)
        if room < 0:
            return text[:number]
    return text


def _width(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in "WF" else not unicodedata.combining(character)
