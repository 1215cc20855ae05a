"""Settings files inside of code: in templates, here-documents and strings over several lines."""

from __future__ import annotations

import re

from okx_secret_scan.detector.shapes import KEY_OR_SECRET

_REACH = 600  # characters around a setting in which one beside it is looked for
# What stands before a setting on its line: nothing, or what opens the string.
_OPENED = r"(?:[^\n]{0,200}[`\"'])?[ \t]*(?:export[ \t]+)?"
_BEFORE = re.compile(_OPENED)
# No code has a key without quotes: its line belongs to a text.
_PROOF = re.compile(
    rf"^{_OPENED}[A-Za-z_][\w.]*=(?:{KEY_OR_SECRET.pattern})[`\"');]{{0,4}}[ \t]*\r?$", re.MULTILINE
)


def is_setting(text: str, before: str, operator: str, start: int) -> bool:
    """Return whether the name before offset `start` binds a setting as files of settings do: `NAME=value`.

    `before` is what stands before the name on its line. A key or secret key beside it, written the same
    way, tells that the lines are no code.
    """
    if operator != "=" or not _BEFORE.fullmatch(before):
        return False
    return _PROOF.search(text, _line_start(text, start - _REACH), start + _REACH) is not None


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1 if offset > 0 else 0
