"""What a passphrase looks like where nothing but its own text tells."""

from __future__ import annotations

import re

SHORTEST = 6
LONGEST = 32
_ALONE_SHORTEST = 8
CLASSES = 3
_DIGIT = re.compile(r"\d")
# Words of a program, time zones, instruments, numbers, versions.
_NOT_CHOSEN = re.compile(
    r"[a-z_]+|[A-Z][a-z]+(?:/[A-Z][A-Za-z_]+)+|[A-Z][A-Z0-9]*(?:[-/:][A-Z0-9]+)+|\d{1,5}|v?\d+\.[\d.]*"
)


def stands_out(value: str) -> bool:
    """Return whether `value` comes close to OKX's rule: 8 to 32 characters of three of the four classes.

    The rule asks for upper case, lower case, digits and others, see
    https://www.okx.com/docs-v5/en/#overview-generating-an-apikey. Older passphrases have three classes.
    """
    return _ALONE_SHORTEST <= len(value) <= LONGEST and classes(value) >= CLASSES


def classes(value: str) -> int:
    """Return how many of the four classes of characters OKX's rule names stand in `value`."""
    if value.isascii():  # as nearly all, and so it takes a fraction of the time
        upper, lower, digit = value != value.lower(), value != value.upper(), _DIGIT.search(value) is not None
    else:
        upper, lower = any(map(str.isupper, value)), any(map(str.islower, value))
        digit = any(map(str.isdigit, value))
    return upper + lower + digit + (not value.isalnum())


def is_chosen(value: str) -> bool:
    """Return whether an unnamed text looks chosen by a person rather than a word of the program."""
    return _NOT_CHOSEN.fullmatch(value) is None
