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


def wrapped(text: str, room: int | None, indent: str = "") -> str:
    """Return `text` broken at blanks into lines of at most `room` columns, all but the first behind `indent`.

    None is any room at all; a word that is too long for a line stays whole.
    """
    if room is None or width(text) <= room:
        return text
    words = text.lstrip(" ")
    lines = [text[: len(text) - len(words)]]
    for word in words.split(" "):
        if not lines[-1].strip():
            lines[-1] += word
        elif width(lines[-1]) + 1 + width(word) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(indent + word)
    return "\n".join(lines)


def _width(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in "WF" else not unicodedata.combining(character)
