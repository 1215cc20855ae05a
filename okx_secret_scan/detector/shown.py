"""What evidence may show of a name, a callee or a header: identifiers that a person chose, never a value."""

from __future__ import annotations

import re

from okx_secret_scan.detector.names import is_common_word, split_words
from okx_secret_scan.detector.providers import Owner, owner_of

_LONGEST = 60
# Hex digits in a row are part of a value, wherever they stand.
_DIGITS = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{4,}|[0-9A-F]{12,}|[0-9a-f]{16,}")
_IDENTIFIER = re.compile(r"[\w.\-$]+")


def shown_name(text: str) -> str:
    """Return a name as evidence shows it; of names in prose only the words that name credentials."""
    words = _IDENTIFIER.findall(_DIGITS.sub("…", text))
    if len(words) > 1:
        words = [word for word in words if all(is_common_word(part) for part in split_words(word))]
    return " ".join(words)[:_LONGEST]


def shown_header(text: str) -> str:
    """Return the identifiers in a header or callee that say whose it is."""
    words = _IDENTIFIER.findall(_DIGITS.sub("…", text))
    telling: list[str] = [word for word in words if owner_of(word) in {Owner.OKX, Owner.EXCHANGE}]
    return (telling or [""])[0][:_LONGEST]
