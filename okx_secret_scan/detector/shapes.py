"""The shapes of OKX values.

API keys are lower-case UUIDs of version 4, secret keys 32 upper-case hex digits. OKX documents neither; both
hold for every key seen in public code. The case is what tells a secret from MD5 sums and other exchanges'
keys, so nothing here ignores case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from okx_secret_scan.detector import gate

UUID_V4 = r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
UPPER_HEX_32 = r"[0-9A-F]{32}"

KEY = re.compile(rf"(?<![0-9A-Za-z-]){UUID_V4}(?![0-9A-Za-z-])")
SECRET = re.compile(rf"(?<![0-9A-Za-z]){UPPER_HEX_32}(?![0-9A-Za-z])")
KEY_OR_SECRET = re.compile(f"{KEY.pattern}|{SECRET.pattern}")
# In names of files and refs a dash is a joint.
IN_NAME = re.compile(rf"(?<![0-9A-Za-z])(?:{UUID_V4}|{UPPER_HEX_32})(?![0-9A-Za-z])")
JWT = re.compile(r"eyJ(?<![\w-]eyJ)[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{16,}")

# The least that a text with either needs, which is found many times faster.
_PART_OF_KEY = re.compile(r"-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
_FULL_KEY = re.compile(UUID_V4)
_FULL_SECRET = re.compile(UPPER_HEX_32)
_DISTINCT_DIGITS = 6
# Eight digits of any of these are typed by a person: the chance in a random value is below one in a million.
_TYPED_LENGTH = 8
_TYPED = (
    "0123456789ABCDEF0123456789ABCDEF",
    "FEDCBA9876543210FEDCBA9876543210",
    "12345678901234567890",
    "98765432109876543210",
    "A1B2C3D4E5F6A7B8C9D0E1F2A3B4C5D6E7F8",
    "1A2B3C4D5E6F7A8B9C0D1E2F3A4B5C6D",
    "0F1E2D3C4B5A69788796A5B4C3D2E1F0",
    "00112233445566778899AABBCCDDEEFF00",
    "DEADBEEFDEADBEEFCAFEBABECAFEBABE",
)
_TYPED_PIECES = frozenset(
    row[i : i + _TYPED_LENGTH] for row in _TYPED for i in range(len(row) - _TYPED_LENGTH + 1)
)


def keys_and_secrets(text: str) -> Iterator[re.Match[str]]:
    """Yield where `KEY_OR_SECRET` matches in a `text` of any length."""
    if has_key(text):
        yield from KEY_OR_SECRET.finditer(text)
    elif gate.has_secret(text.encode("ascii", "replace")):
        yield from SECRET.finditer(text)


def has_key(text: str) -> bool:
    """Return False only if there is no match of `KEY` in `text`."""
    return _PART_OF_KEY.search(text) is not None


def is_key(value: str) -> bool:
    """Return whether `value` has the shape of an API key and looks drawn at random."""
    return _FULL_KEY.fullmatch(value) is not None and _is_random(value.replace("-", "").upper())


def is_secret(value: str) -> bool:
    """Return whether `value` has the shape of a secret key and looks drawn at random."""
    if _FULL_SECRET.fullmatch(value) is None or value.isdigit() or value.isalpha():
        return False
    return _is_random(value)


def _is_random(digits: str) -> bool:
    """Return False for the hex digits that people type: repeated, counted up or down, a short pattern."""
    if len(set(digits)) < _DISTINCT_DIGITS or re.search(r"(.)\1{7}", digits):
        return False
    if re.fullmatch(r"(.{1,16}?)\1+.{0,7}", digits):
        return False
    pieces = (digits[i : i + _TYPED_LENGTH] for i in range(len(digits) - _TYPED_LENGTH + 1))
    return _TYPED_PIECES.isdisjoint(pieces)
