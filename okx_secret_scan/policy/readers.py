"""Reads configuration values as TOML gives them; what does not fit is an error in words with its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any

Step = str | int

_LONGEST_QUOTE = 60
# Longer runs of digits are ids and checksums.
_REAL = re.compile(
    r"(?<![0-9a-f])"
    r"(?:[0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})"
    r"(?![0-9a-f])",
    re.IGNORECASE,
)


class InvalidError(ValueError):
    """A value that cannot be used: why in words, and the steps from the key down to it."""

    def __init__(self, words: str, *steps: Step) -> None:
        super().__init__(words)
        self.words = words
        self.steps = steps


def has_form_of_value(text: str) -> bool:
    """Tell whether `text` holds what looks like an API key or a secret key; no configuration shall."""
    return _REAL.search(text) is not None


def without_values(text: str) -> str:
    """Return `text` with a mark for each part that looks like an API key or a secret key."""
    return _REAL.sub("…", text)


def quoted(text: str) -> str:
    """Return `text` in quotes as messages show it: no more than a line, and no value."""
    shown = without_values(text)
    return repr(shown if len(shown) <= _LONGEST_QUOTE else shown[:_LONGEST_QUOTE] + "…")


def nearest(word: str, known: Iterable[str]) -> str:
    """Return a hint at what `word` may have meant, or at all there is."""
    import difflib  # Only mistakes need it.

    known = list(known)
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.5)
    return f"did you mean {near[0]}?" if near else f"known are {', '.join(known)}"


def check_keys(fields: Mapping[str, object], known: Iterable[str]) -> None:
    """Raise `InvalidError` for the first key of `fields` that is not known."""
    known = list(known)
    for key in fields:
        if key not in known:
            raise InvalidError(f"unknown key {quoted(key)}: {nearest(key, known)}", key)


def text(value: object) -> str:
    """Return `value` if it is a text."""
    if not isinstance(value, str):
        raise InvalidError(f"must be a text, not {kind(value)}")
    return value


def kind(value: object) -> str:
    """Name the type of a TOML value as TOML does."""
    names: list[tuple[type, str]] = [
        (bool, "a boolean"), (str, "a text"), (int, "a number"), (float, "a number"),
        (list, "a list"), (dict, "a table"), (date, "a date"), (datetime, "a date"),
    ]  # fmt: skip
    return next((name for kind, name in names if isinstance(value, kind)), "a time")


def listed(value: object) -> list[Any]:
    """Return `value` if it is a list."""
    if not isinstance(value, list):
        raise InvalidError(f"must be a list, not {kind(value)}")
    return value


def table(value: object, required: Iterable[str], optional: Iterable[str] = ()) -> dict[str, Any]:
    """Return `value` if it is a table with all `required` keys, perhaps `optional` ones, and no others."""
    if not isinstance(value, dict):
        raise InvalidError(f"must be a table, not {kind(value)}")
    check_keys(value, [*required, *optional])
    if missing := [key for key in required if key not in value]:
        raise InvalidError(f"needs {missing[0]}")
    return value


def each(values: list[Any], read: Callable[[Any], Any]) -> tuple[Any, ...]:
    """Read every element of a list; an error gets the element's number as its first step."""
    return tuple(within(number, read, value) for number, value in enumerate(values))


def within(step: Step, read: Callable[[Any], Any], value: object) -> Any:
    """Read `value`, which stands at `step`; an error gets that as its first step."""
    try:
        return read(value)
    except InvalidError as error:
        raise InvalidError(error.words, step, *error.steps) from None
    except ValueError as error:
        raise InvalidError(str(error), step) from None


def choice(value: object, known: Iterable[str]) -> str:
    """Return `value` if it is one of the words `known`."""
    known = list(known)
    if text(value) not in known:
        raise InvalidError(f"{quoted(text(value))} is unknown: {nearest(text(value), known)}")
    return text(value)


def filled(fields: Mapping[str, object], key: str, read: Callable[[Any], Any]) -> tuple[Any, ...]:
    """Read the list at `key`, which must not be empty."""

    def nonempty(value: object) -> tuple[Any, ...]:
        if not listed(value):
            raise InvalidError("must not be empty")
        return each(listed(value), read)

    found: tuple[Any, ...] = within(key, nonempty, fields[key])
    return found
