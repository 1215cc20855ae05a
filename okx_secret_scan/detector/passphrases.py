"""What a passphrase looks like where nothing but its own text tells."""

from __future__ import annotations

import re

SHORTEST = 6
LONGEST = 32
_ALONE_SHORTEST = 8
_ALONE_CLASSES = 3
# Words of a program, time zones, instruments, numbers, versions.
_NOT_CHOSEN = re.compile(
    r"[a-z_]+|[A-Z][a-z]+(?:/[A-Z][A-Za-z_]+)+|[A-Z][A-Z0-9]*(?:[-/:][A-Z0-9]+)+|\d{1,5}|v?\d+\.[\d.]*"
)


def stands_out(value: str) -> bool:
    """Return whether `value` comes close to OKX's rule: 8 to 32 characters of three of the four classes.

    The rule asks for upper case, lower case, digits and others, see
    https://www.okx.com/docs-v5/en/#overview-generating-an-apikey. Older passphrases have three classes.
    """
    if not _ALONE_SHORTEST <= len(value) <= LONGEST:
        return False
    upper = any(c.isupper() for c in value)
    lower = any(c.islower() for c in value)
    digit = any(c.isdigit() for c in value)
    other = any(not c.isalnum() for c in value)
    return upper + lower + digit + other >= _ALONE_CLASSES


def is_chosen(value: str) -> bool:
    """Return whether an unnamed text looks chosen by a person rather than a word of the program."""
    return _NOT_CHOSEN.fullmatch(value) is None
