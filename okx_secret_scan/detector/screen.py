"""The gate for many objects: a compiled engine, where it is installed, stops most of them first.

Its patterns are made from the tables of the gate and let through whatever the gate does; what passes them is
put to the gate itself. So verdicts are the same with and without the engine.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from importlib import metadata
from typing import TYPE_CHECKING

from okx_secret_scan.detector import gate

if TYPE_CHECKING:
    import hyperscan

# A lower-case UUID, 32 upper-case hex digits, a token, how a login frame starts, UTF-16 and what is no text.
_IN_CLEAR = (
    rb"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
    rb"[0-9A-F]{32}",
    rb"\.eyJ",
    rb"[\"']op\\?[\"']",
    rb"\x00",
)
_NUL = len(_IN_CLEAR) - 1
_BASE64 = rb"[A-Za-z0-9+/]"
_BASE64_DIGITS = rb"(?:[MNOQR]" + _BASE64 + rb"{3}){9}[MNOQR]"
_BASE64_TWICE = rb"(?:" + b"".join(b"[" + allowed + b"]" for allowed in gate.TWICE) + _BASE64 + rb"){5}"
# The hex digits of hex digits, whatever escapes stand between.
_HEX_DIGITS = rb"(?:[2346](?:;|%|\\x|\\u00|&#x)*[\s\S](?:;|%|\\x|\\u00|&#x)*){31}[2346]"


def fast_gate(words: tuple[bytes, ...] = ()) -> Callable[[bytes], bool]:
    """Return `gate.could_match` for content whose path is not known and a vocabulary's `words`, made fast.

    Where no engine is installed it is the gate alone. Making it takes as long as the gate takes for 16 MB.
    """
    database = _database(words)
    if database is None:
        return partial(gate.could_match, words=words)

    def screened(data: bytes) -> bool:
        hits: list[int] = []

        def note(number: int, _start: int, _end: int, _flags: int, _context: object) -> None:
            hits.append(number)

        database.scan(data, match_event_handler=note)
        if gate.archive_format(data) is not None:
            return True
        if hits == [_NUL]:  # As the gate does: UTF-16 without its zero bytes is Latin text.
            return screened(data.replace(b"\0", b""))
        return bool(hits) and gate.could_match(data, words=words)

    return screened


def engine() -> str | None:
    """Return the name and version of the compiled engine, None if there is none."""
    return None if _database(()) is None else f"hyperscan {metadata.version('hyperscan')}"


@lru_cache(maxsize=1)
def _database(words: tuple[bytes, ...]) -> hyperscan.Database | None:
    try:
        import hyperscan
    except ImportError:
        return None
    parts = b"|".join(map(_literal, sorted(gate.BASE64_WORDS)))
    # A run of forty that holds a word has eighteen characters on one side of it.
    half = _BASE64 + b"{18}"
    patterns = [
        *_IN_CLEAR,
        _BASE64_DIGITS,
        _BASE64_TWICE,
        half + b"(?:" + parts + b")|(?:" + parts + b")" + half,
        _HEX_DIGITS,
    ]
    named = [_literal(word) for word in (*gate.WORDS, *gate.WIDE_WORDS, *words)]
    flags = [hyperscan.HS_FLAG_SINGLEMATCH | hyperscan.HS_FLAG_DOTALL] * len(patterns)
    flags += [hyperscan.HS_FLAG_SINGLEMATCH | hyperscan.HS_FLAG_CASELESS] * len(named)
    database = hyperscan.Database()
    try:
        database.compile(expressions=[*patterns, *named], ids=range(len(flags)), flags=flags)
    except hyperscan.error:
        return None  # A processor that it has no code for.
    return database


def _literal(text: bytes) -> bytes:
    return b"".join(b"\\x%02x" % byte for byte in text)
