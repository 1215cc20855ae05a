"""Decides from decoded text where reading its structure can give a finding.

Most files that speak of OKX hold no value at all: a few searches settle them, and the lexer never runs. In
large files only the surroundings of what could be a value are read.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from okx_secret_scan.detector import screen, vocabulary
from okx_secret_scan.detector.dialects import TEXT, Dialect
from okx_secret_scan.detector.gate import could_ask_unnamed, has_word, key_spans, secret_spans, words_of
from okx_secret_scan.detector.hidden import hidden
from okx_secret_scan.detector.lone import lone_passphrases
from okx_secret_scan.detector.neighbours import NEAR
from okx_secret_scan.detector.otherwise import is_no_key, is_no_secret
from okx_secret_scan.detector.providers import may_name_okx
from okx_secret_scan.detector.sdks import CALLEES
from okx_secret_scan.detector.shapes import UPPER_HEX_32, UUID_V4, is_key, is_secret

Span = tuple[int, int]
# The least that a key and a secret key take, for `screen.present`.
_SHAPES = (UUID_V4.encode(), UPPER_HEX_32.encode())
_KEY, _SECRET = range(2)
# Calls of OKX's clients that do not name it.
_CALLS = re.compile(rf"{CALLEES}|(?i:ok[_.]api)")
# Bytes around a word that may name OKX.
_AROUND = 80
# Lines between a key and a secret key that prove each other, and those that values in quotes may begin later.
_REACH = 2 * NEAR
_STRING = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|(?<![\w)\]\\])'(?:[^'\\\n]|\\.)*'|`[^`\n]*`")
# Of a database: rows of values without quotes, in SQL.
_DUMP = "COPY "
# Texts up to this length are read whole; in longer ones this much on either side of a candidate, to the ends
# of its lines where those are near.
WHOLE = 1 << 16
_MARGIN = 1 << 13
_LONGEST_STRING = 1 << 20  # that is read whole


def regions(text: str, path: str | None = None, dialect: Dialect = TEXT) -> list[Span]:
    """Return the spans of `text`, at `path` and written in `dialect`, that are worth reading, ascending."""
    if len(text) <= WHOLE:
        return [(0, len(text))] if has_candidates(text, path, dialect) else []
    spans: list[Span] = []
    strings: _Strings | None = None
    for start, end in sorted(_candidates(text, path, dialect)):
        low, high = max(0, start - _MARGIN), min(len(text), end + _MARGIN)
        line = text.find("\n", low, start)
        if line >= 0:
            low = line + 1 if low else 0
        elif low:
            strings = strings or _Strings(text)
            begin, close = strings.around(low)
            if close >= end and close - begin <= _LONGEST_STRING:
                high = max(high, close)
            low = begin
        if spans and low <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], high))
        else:
            spans.append((low, high))
    return spans


def has_candidates(text: str, path: str | None = None, dialect: Dialect = TEXT) -> bool:
    """Return whether anything in `text`, at `path` and written in `dialect`, is worth reading."""
    return next(_candidates(text, path, dialect), None) is not None


class _Strings:
    """Tells where reading can begin within a line: in a string every quote would be read wrongly."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._asked = 0
        self._found = _STRING.finditer(text)
        self._next = next(self._found, None)

    def around(self, low: int) -> Span:
        """Return the string in which `low`, which never goes back, stands, else `low` itself."""
        line = self._text.rfind("\n", self._asked, low)
        if line >= 0:  # no string goes over the end of a line
            self._found = _STRING.finditer(self._text, line)
            self._next = next(self._found, None)
        self._asked = low
        while self._next is not None and self._next.end() <= low:
            self._next = next(self._found, None)
        return (low, low) if self._next is None or self._next.start() >= low else self._next.span()


def _candidates(text: str, path: str | None, dialect: Dialect) -> Iterator[Span]:
    """Yield the spans of what may be a value, in no order; none where nothing tells that it is OKX's."""
    raw = text.encode("utf-8", "replace")
    # One byte for each character: what is not ASCII is in no value, and spans stay those of the text.
    flat = raw if len(raw) == len(text) else text.encode("ascii", "replace")
    shown = screen.present(_SHAPES, flat)
    secrets = _secrets(text, flat) if _SECRET in shown else iter(())
    a_secret = list(islice(secrets, 1))
    encoded = hidden(text, flat)
    an_encoded = list(islice(encoded, 1))
    keys = _keys(text, flat, alone=not a_secret and not an_encoded) if _KEY in shown else iter(())
    a_key = list(islice(keys, 1))
    if an_encoded or _says_whose(text, raw, flat, path, len(a_key) + len(a_secret)):
        yield from chain(a_key, a_secret, an_encoded, keys, secrets, encoded)
    else:
        pairs = list(_near_each_other(text, [*a_key, *keys], [*a_secret, *secrets]))
        yield from pairs
        if not pairs:
            return
    quoted = dialect.only_quoted and not (a_key or a_secret) and _DUMP not in text
    yield from lone_passphrases(text, quoted=quoted)


def _says_whose(text: str, raw: bytes, flat: bytes, path: str | None, kinds: int) -> bool:
    """Return whether a text may say whose its values are, `raw` and `flat` being that text.

    Words that are but letters in other words do not. Of keys and secret keys it has `kinds`.
    """
    lower = raw.lower()
    for place in words_of(lower):
        if may_name_okx(raw[max(0, place - _AROUND) : place + _AROUND].decode("utf-8", "replace")):
            return True
    if (path is not None and may_name_okx(path)) or could_ask_unnamed(lower, vocabulary.active().words):
        return True
    # The gate lets no other text through for a call alone.
    return (kinds == len(_SHAPES) or (kinds > 0 and has_word(lower))) and _calls_okx(text, flat)


def _calls_okx(text: str, flat: bytes) -> bool:
    """Return whether a text that does not name OKX may call clients of it, which proves values apart."""
    return bool(screen.present((_CALLS.pattern.encode(),), flat)) and _CALLS.search(text) is not None


def _near_each_other(text: str, keys: Sequence[Span], secrets: Sequence[Span]) -> Iterator[Span]:
    """Yield the keys that have a secret key near them, and the secret keys that have a key near them."""
    lines: dict[Span, int] = {}
    place = line = 0
    for span in sorted((*keys, *secrets)):
        line += text.count("\n", place, span[0])
        place, lines[span] = span[0], line
    for ones, others in ((keys, secrets), (secrets, keys)):
        known = [lines[other] for other in others]
        for one in ones:
            at = bisect_left(known, lines[one] - _REACH)
            if at < len(known) and known[at] <= lines[one] + _REACH:
                yield one


def _secrets(text: str, flat: bytes) -> Iterator[Span]:
    spans = (span for span in secret_spans(flat) if is_secret(text[slice(*span)]))
    return (span for span in spans if not is_no_secret(text, *span))


def _keys(text: str, flat: bytes, *, alone: bool) -> Iterator[Span]:
    spans = (span for span in key_spans(flat) if is_key(text[slice(*span)]))
    return (span for span in spans if not is_no_key(text, *span, alone=alone))
