"""Text from a repository made harmless: whoever names a file or writes a commit message is not trusted."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import regex

# What starts a command in a log: `::name` behind nothing but blanks and `##[name]` (GitHub), `##vso[name]`
# (Azure Pipelines), `##teamcity[name]`.
_COMMAND = re.compile(r"(?<![^\s]):(?=:)|#(?=#\w*\[)")


def inert(text: str) -> str:
    """Return `text` on one line with every character that acts instead of showing replaced by its escape.

    Control characters, line and paragraph separators, bidirectional and other invisible characters, private
    and unassigned code points become `\\n`, `\\x1b`, `\\u202e`; a byte that was no text (a lone
    surrogate of `os.fsdecode`) becomes `\\xff`. What is left can be written as UTF-8, changes neither the
    state of a terminal nor the order of the characters around it, and commands no CI system that reads logs.
    """
    if "::" in text or "##" in text:
        text = _COMMAND.sub(lambda mark: f"\\x{ord(mark[0]):02x}", text)
    if text.isascii() and text.isprintable():
        return text
    return _acting().sub(lambda found: _escape(found[0]), text)


@cache
def _acting() -> regex.Pattern[str]:
    """Return what finds the characters that act; nearly every text is told to have none without it."""
    import regex

    # The selector that gives an emoji its colours is one of the invisible ones, and common in subjects.
    return regex.compile(r"(?V1)[[\p{C}\p{Zl}\p{Zp}\p{DI}]--\ufe0f]|(?<!\p{Emoji})\ufe0f")


def _escape(character: str) -> str:
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02x}"
    return character.encode("unicode_escape").decode("ascii")
