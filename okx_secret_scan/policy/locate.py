"""Finds the line of a configuration file that a complaint is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def toml_line(text: str, path: Sequence[str | int]) -> int | None:
    """Return the 1-based line where the statement stands that sets `path`, None if nothing sets it.

    `text` is a whole valid TOML document; `path` leads through its tables and arrays. The standard parser
    tells no lines, but the document up to the end of a statement is a document too.
    """
    import tomllib

    lines = text.splitlines(keepends=True)
    whole = 0
    for number in range(1, len(lines) + 1):
        try:
            document = tomllib.loads("".join(lines[:number]))
        except tomllib.TOMLDecodeError:
            continue
        if _holds(document, path):
            return whole + 1
        whole = number
    return None


def ini_line(text: str, section: str, option: str | None = None) -> int | None:
    """Return the 1-based line of an option of an INI file, or of a section's head if there is no option."""
    inside = False
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("["):
            inside = line.strip() == f"[{section}]"
            if inside and option is None:
                return number
        elif (
            inside
            and option is not None
            and line.replace(":", "=").partition("=")[0].strip().lower() == option
        ):
            return number
    return None


def _holds(document: Any, path: Sequence[str | int]) -> bool:
    for step in path:
        if isinstance(step, int):
            if not isinstance(document, list) or len(document) <= step:
                return False
        elif not isinstance(document, dict) or step not in document:
            return False
        document = document[step]
    return True
