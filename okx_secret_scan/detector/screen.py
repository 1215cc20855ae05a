"""The gate for many objects: a compiled engine, where it is installed, stops most of them first.

Its patterns are made from the tables of the gate and let through whatever the gate does; what passes them is
put to the gate itself. So verdicts are the same with and without the engine.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from okx_secret_scan.detector import gate

if TYPE_CHECKING:
    import mmap

    import hyperscan

    Content = bytes | mmap.mmap


def literal(text: bytes) -> bytes:
    """Return the pattern of a text of any bytes."""
    return b"".join(b"\\x%02x" % byte for byte in text)


# For so many bytes the gate alone takes about as long as making the patterns.
MUCH = 8_000_000
_BASE64 = rb"[A-Za-z0-9+/]"
_WORD = b"(?:" + b"|".join(map(literal, sorted(gate.BASE64_WORDS))) + b")"
# A run of forty that holds a word has eighteen characters on one side of it.
_HALF = _BASE64 + rb"{18}"
_ESCAPE = rb"(?:;|%|\\x|\\u00|&#x)*"
# Base64 of a word and of upper-case hex digits, what is long enough to be base64 of base64, and hex digits of
# hex digits, escaped or not. The last two ask for less than the gate does: hardly anything else has as much,
# and the patterns are made in half the time.
_ENCODED = (
    rb"%s{%d}" % (_BASE64, gate.SHORTEST_TWICE),
    _HALF + _WORD + b"|" + _WORD + _HALF,
    rb"(?:[MNOQR]" + _BASE64 + rb"{3}){5}[MNOQR]",
    rb"(?:[2346]" + _ESCAPE + rb"[0-9A-Fa-f]" + _ESCAPE + rb"){10}[2346]",
)
_LONG = 0
# Looked for only in what has long runs: beside the others it would slow down the search of everything.
_TWICE = rb"(?:" + b"".join(b"[" + allowed + b"]" for allowed in gate.TWICE) + _BASE64 + rb"){5}"
# A lower-case UUID, 32 upper-case hex digits, a token, how a login frame starts.
_IN_CLEAR = (
    rb"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}",
    rb"[0-9A-F]{32}",
    rb"\.eyJ",
    rb"(?i)(?:\"op[\"\\]|'op['\\]).{0,%d}login" % (gate.LOGIN_LENGTH - len(b'"op"login')),
)
# Words are numbered behind them.
_KEY, _SECRET, _TOKEN, _LOGIN = range(len(_ENCODED), len(_ENCODED) + len(_IN_CLEAR))


@lru_cache(maxsize=1)
def gate_for_many(words: tuple[bytes, ...] = ()) -> Callable[[Content, str | None], bool]:
    """Return `gate.could_match` for a vocabulary's `words`, made fast once it has been asked about much.

    Where `fast_gate` has been called already, as before processes are forked, it is fast from the start.
    """
    fast: Callable[[Content], bool] | None = None
    seen = 0

    def could_match(data: Content, path: str | None = None) -> bool:
        nonlocal fast, seen
        if fast is None:
            seen += len(data)
            if seen <= MUCH and not _databases.cache_info().currsize:
                return gate.could_match(bytes(data), path, words)
            fast = fast_gate(words)
        return fast(data) or (path is not None and gate.tells(path))

    return could_match


def fast_gate(words: tuple[bytes, ...] = ()) -> Callable[[Content], bool]:
    """Return `gate.could_match` for content whose path is not known and a vocabulary's `words`, made fast.

    Where no engine is installed it is the gate alone.
    """
    databases = _databases(words)
    if databases is None:
        return lambda content: gate.could_match(bytes(content), words=words)
    database, in_long_runs = databases

    def screened(content: Content) -> bool:
        start = content[: gate.SAMPLE]
        if gate.archive_format(start) is not None:
            return True
        hits = _hits(database, content)
        if _LONG in hits and not _hits(in_long_runs, content):
            hits.remove(_LONG)
        if _TOKEN in hits:
            return True
        if not hits and gate.wide_encoding(start) is None:
            return False
        data = bytes(content)  # a copy of what is mapped, of few files
        # What shows it in clear, as most of what goes on. To look into all that may be encoded takes longest.
        shown = [hit for hit in hits if hit >= len(_ENCODED)]
        lower = data.lower() if shown else b""
        if any(hit >= _LOGIN for hit in shown) and gate.could_ask(lower, words):
            return True
        if (_KEY in shown or _SECRET in shown) and gate.could_hold_set(data, lower):
            return True
        if b"\0" in data and gate.wide_encoding(data) is not None:
            return gate.has_wide_word(data) or screened(data.replace(b"\0", b""))
        return len(shown) < len(hits) and gate.could_hide_set(data)

    return screened


def present(patterns: tuple[bytes, ...], data: bytes) -> Collection[int]:
    """Return the numbers of those of `patterns`, which ignore the case of ASCII, that may match in `data`.

    Only where the gate has become fast does that leave out any: for a little, making patterns takes longer
    than what they save.
    """
    database = _database(patterns) if _databases.cache_info().currsize else None
    return range(len(patterns)) if database is None else _hits(database, data)


def _hits(database: hyperscan.Database, data: Content) -> list[int]:
    """Return the numbers of the patterns that match anywhere in `data`."""
    hits: list[int] = []

    def note(number: int, _start: int, _end: int, _flags: int, _context: object) -> None:
        hits.append(number)

    # Any buffer will do, whatever the type says.
    database.scan(cast("bytes", data), match_event_handler=note)
    return hits


def engine() -> str | None:
    """Return the distribution that the compiled engine is of, None if there is none."""
    return None if _databases(()) is None else "hyperscan"


@lru_cache(maxsize=1)
def _databases(words: tuple[bytes, ...]) -> tuple[hyperscan.Database, hyperscan.Database] | None:
    database = _compiled((*_ENCODED, *_IN_CLEAR), tuple(map(literal, (*gate.WORDS, *words))))
    in_long_runs = _compiled((_TWICE,))
    return None if database is None or in_long_runs is None else (database, in_long_runs)


@lru_cache(maxsize=8)
def _database(patterns: tuple[bytes, ...]) -> hyperscan.Database | None:
    return _compiled((), patterns)


def _compiled(exact: tuple[bytes, ...], caseless: tuple[bytes, ...] = ()) -> hyperscan.Database | None:
    """Return the patterns, those that ignore the case of ASCII last, None where no engine can be used."""
    try:
        import hyperscan
    except ImportError:
        return None
    flags = [hyperscan.HS_FLAG_SINGLEMATCH | hyperscan.HS_FLAG_DOTALL] * len(exact)
    flags += [hyperscan.HS_FLAG_SINGLEMATCH | hyperscan.HS_FLAG_CASELESS] * len(caseless)
    database = hyperscan.Database()
    try:
        database.compile(expressions=(*exact, *caseless), ids=range(len(flags)), flags=flags)
    except hyperscan.error:
        return None  # A processor that it has no code for.
    return database
