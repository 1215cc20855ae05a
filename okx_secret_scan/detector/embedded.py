"""Settings files inside of code: in templates, here-documents and strings over several lines."""

from __future__ import annotations

import re

from okx_secret_scan.detector.shapes import KEY_OR_SECRET

_REACH = 600  # characters around a setting in which one beside it is looked for
# What stands before a setting on its line: nothing, or what opens the string.
_BEFORE = re.compile(r"(?:[^\n]{0,200}[`\"'])?[ \t]*(?:export[ \t]+|-[ \t]+)?")
# No code has a key without quotes: its line belongs to a text.
_PROOF = re.compile(
    rf"^{_BEFORE.pattern}[A-Za-z_][\w.]*[ \t]*[:=][ \t]*(?:{KEY_OR_SECRET.pattern})"
    r"(?=[`\"');]{0,4}[ \t]*\r?$)",
    re.MULTILINE,
)
_ENDS_TEXT = re.compile(r"[`\"'{};]")


def is_setting(text: str, before: str, operator: str, start: int) -> bool:
    """Return whether the name before offset `start` binds a setting: `NAME=value`, `name: value`.

    `before` is what stands before the name on its line. A key or secret key in the same text, written the
    same way, tells that the lines are no code.
    """
    if operator.strip() not in {"=", ":"} or not _BEFORE.fullmatch(before):
        return False
    line, below = _line_start(text, start), text.find("\n", start)
    below = below if below >= 0 else len(text)
    proofs = _PROOF.finditer(text, _line_start(text, start - _REACH), start + _REACH)
    return any(
        not _ENDS_TEXT.search(text, *((proof.end(), line) if proof.end() <= line else (below, proof.start())))
        for proof in proofs
    )


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1 if offset > 0 else 0
