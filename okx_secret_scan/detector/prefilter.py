"""Decides from decoded text whether reading its structure can give a finding.

Most files that speak of OKX hold no value at all: a few searches settle them, and the lexer never runs.
"""

from __future__ import annotations

import re

from okx_secret_scan.detector import shapes
from okx_secret_scan.detector.passphrases import stands_out

# Escapes, entities, percent and base64 runs: a value may be there in other letters.
_ENCODED = re.compile(
    r"\\x[0-9A-Fa-f]{2}|\\u00[0-9A-Fa-f]|\\[0-3][0-7]{2}|&#|%[0-9A-Fa-f]{2}|[A-Za-z0-9+/]{40}|[A-Za-z0-9_-]{44}"
)
# A piece of a split value: eight hex digits or more in one string.
_PIECE = re.compile(
    r"[\"'=](?:[0-9a-f-]{8,36}|[0-9A-F]{4,32})[\"'\\]|[\"'=][0-9A-Fa-f-]{4,36}[\"']\s*(?:[+.&~,]|\.\.)"
)
_NAME = re.compile(r"(?i)pass|phrase|pwd|密码|口令")
_QUOTED = re.compile(r"\"([^\"\n]{8,90})\"|'([^'\n]{8,90})'|`([^`\n]{8,90})`|([^\s\"'`]{8,90})")
_REACH = 240


def worth_reading(text: str) -> bool:
    """Return False only if no key, secret key or passphrase can be found in `text`."""
    if shapes.KEY_OR_SECRET.search(text) or _ENCODED.search(text) or _PIECE.search(text):
        return True
    position = 0
    while (name := _NAME.search(text, position)) is not None:
        window = text[max(position, name.start() - _REACH) : name.end() + _REACH]
        if any(stands_out(value) for groups in _QUOTED.findall(window) for value in groups if value):
            return True
        position = name.end()
    return False
