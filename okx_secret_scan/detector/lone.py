"""Finds what could be a passphrase that stands alone, near a name that asks for one.

Most of what stands near such names is code, prose or the value of something else, and a look at it tells.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from okx_secret_scan.detector import vocabulary
from okx_secret_scan.detector.asking import FOR_ONE_ALONE
from okx_secret_scan.detector.dialects import COMMENT, TRIPLE_QUOTES
from okx_secret_scan.detector.names import read_name
from okx_secret_scan.detector.otherwise import is_no_passphrase
from okx_secret_scan.detector.passphrases import CLASSES, LONGEST, classes, stands_out
from okx_secret_scan.detector.placeholders import is_placeholder, reads_as_text
from okx_secret_scan.detector.views import decode_text

_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]|u[0-9A-Fa-f{]|[0-3][0-7])|&(?:#\w|amp|lt|gt|quot)|%[0-9A-Fa-f]{2}")
# Nothing is consumed: whether a quote opens or closes is not known here, nor where a name ends.
_LITERAL = re.compile(
    r"\"{3}(?=(?P<double3>[^\n]{8,90}?)\"{3})|'{3}(?=(?P<single3>[^\n]{8,90}?)'{3})"
    r"|\"(?=(?P<double>[^\"\n]{8,90})\")|'(?=(?P<single>[^'\n]{8,90})')|`(?=(?P<back>[^`\n]{8,90})`)"
    r"|(?:(?:(?<!localhost)[=:>|：(\[]|(?<!\w)-)\s*|\}\{|^|\s|(?<=\w),(?=[^\s,;\"'`]{8,90}\s*?(?:\n|\Z)))(?=(?P<bare>[^\s\"'`]{8,90}))",
)


class Code(NamedTuple):
    """What stands where values without quotes do and is none; `counterexample` may be one."""

    pattern: str
    example: str
    counterexample: str


CODE = (
    Code(r"[A-Za-z_.]+[\[(=][A-Za-z_.,=\[\]()]*[:;]?", "Optional[str]", "Optional[st7]"),
    Code(r"[A-Za-z_.]+[)\],:;\\]+", "Password)", "Passw0rd)"),
    Code(r"[A-Za-z]+[.?]", "Sentence.", "Sentence.9"),
    Code(r"[*_]+[A-Za-z]+[*_]*[.,:;?]?", "**Defaults**", "**Defaults7"),
    Code(r"[a-z_][a-z0-9_.]*(?:=[\w.]+|\[\w*\])?[)\]:;\\]+", "order_2)", "order_2!x"),
    Code(r"[a-z_][a-z0-9_.]*=[\w.]+,", "expected_code=200,", "grid_77,"),
    Code(r"(?:[0-9a-f]{4}-){1,3}[0-9a-f]{12}[,;)\]]*", "9abc-0123456789ab,", "9abc-0123456789aX"),
    Code(r"\d[\dT:.+Z-]*[,;)\]]*", "2024-05-01T10:20:30Z", "2024-grid-Bot"),
    Code(r"[\w@/.-]*[-@^~]\d+\.\d+\.\d+(?:\.tgz)?[:,]?", "@types/node@20.1.2", "Grid@20.1"),
    Code(r"\[?[^\[\]()\s]*\]\([^()\s]*\)[.,;:]?", "[Exchanges](exchanges.md)", "[Grid](7!"),
    Code(r"[a-z][a-z0-9+]*://\S*", "mysql+pymysql://localhost", "Grid:/7x!"),
    Code(r"@localhost:\d+/\S*", "@localhost:3306/orders", "@Localhost77"),
    Code(r"\d{2,5}(?:/[a-z0-9_.-]+){2,}", "8080/api/v1/ping", "8080/Grid"),
    Code(r"[\[(][A-Za-z_.]+[,:;]?", "(openVPN,", "(openVPN7,"),
    Code(
        r"!?[A-Za-z_.]+(?:\[\w*\]|\(\w*\))(?:[.(\[][A-Za-z_.]+)?[,:;)\]]*", "payload[0].name;", "payload[0!"
    ),
    Code(r"\w*[)\]]\.[A-Za-z_.]+[,:;()]*", "0].length;", "0].9ength;"),
    Code(
        r"\S*(?:===|!==|\)\{|\(\)[.;,)]|[\w)](?:&&|\|\|)[!\w(]|=>[{(])\S*",
        "i&&4===i.readyState",
        "Grid&7=Bot",
    ),
    Code(r"=*\w+;[a-z]+<[a-z.]+;\S*", "0;r<t.length;r++){", "0;r9<t.length"),
    Code(r"[-.\d]*(?:[MLHVCSQTAZmlhvcsqtaz][-.,\d]*)+", "4H4c-.98", "4H4c-.98k"),
)
_CODE = re.compile("|".join(row.pattern for row in CODE))
# What stands between two strings, read as one: the number in `"port": 8080,\n "user"`. Times.
_NO_STRING = re.compile(r"[:,] [\w.+-]*[,}\]]?(?:\\[nrt]|\s)*|\d{4}-\d\d-\d\d[T ][\d:.]+Z?")
# In markup, what stands before a tag and what stands behind it are two values.
_MARKUP = "</"
_BREAK = "<br"
_TAG = re.compile(r"</?[A-Za-z][\w.:-]*(?:\s*/?>|\s+[a-z-]+\\?=)")
_LONGEST_ATTRIBUTE = 20
# Two strings that are joined, a quote that is doubled, a string that goes on in the next line.
_JOIN = re.compile(
    r"[^\s\"'`,:=({\[][\"'`][ \t]*(?:(?:[+.~&]|\.\.|<>|\+\+)\s{0,80})?[\"'`][^\s\"'`,:;)}\]^]"
    r"|[\"'][^\s\"'`\\]{1,60}\\\r?\n"
)
_TRIPLE_QUOTES = re.compile("|".join(TRIPLE_QUOTES))
# Triple quotes in a string.
_QUOTED_QUOTES = re.compile(r"[\"'`][^\n\"'`]*(?:\"{3}|'{3})[^\n\"'`]*[\"'`]|\"{3}'|'{3}\"|\"'{3}|'\"{3}")
# What opens a string, a comment or a template.
_IN_WORDS = re.compile(rf"[\"'`]|\$\{{|\[\[|\bqq? ?[({{\[]|%[qQ][({{\[]|{COMMENT.pattern}", re.IGNORECASE)
_OPENING = 5  # characters of the longest one, with the blank before it
_LINE_END = re.compile("\n")
# What may stand behind a value without quotes.
_END = re.compile(r"[&,;)}\]<]")
# Hex digits of ASCII that can be printed, base64 of at least eight characters.
_CODE_OF_TEXT = re.compile(
    r"(?:[2-6][0-9A-Fa-f]|7[0-9A-Ea-e]){8,32}|(?:[A-Za-z0-9+/_-]{4}){2,10}[A-Za-z0-9+/_-]{2,4}={0,2}"
)
# A line break within a string.
_BREAKS = re.compile(r"\\+[nrt]")
_REACH = 240
# A variable that is all of a value: `"password": word,`. It is given its own somewhere: `const word = "…"`.
_STANDS = re.compile(
    r"\w{0,40}[\"'\])]{0,3}\s{0,4}(?:=>?|:=?|,|\()\s{0,4}[$@&]?\{?(?:self\.|this\.)?([A-Za-z_]\w{0,40})(?![\w(\[\"'])"
)
_GIVES = re.compile(r"\w{1,41}(?:\s?:[^=\n\"'`]{1,40}|\s\w{1,20})?\s{0,8}(?::?=|<-)\s{0,4}(?=[\"'`])")
# What tests say where they succeed, and of what lines speak in which the same word heads a column.
_RESULT = re.compile(r"PASS[ \t*_`]*(?P<ends>[()|/+,.;!\]→—✅✔]|\r?(?:\n|\Z))")
_OF_ACCOUNT = re.compile(
    r"(?i)key|secret|ok(?:x|ex)|[欧歐]|api|user|login|account|exchange|name|mail|密|账|帐|口令"
)
_VARIABLES = 16  # that are looked for in a text, so that its cost stays that of its size
_MENTIONS = 64


def lone_passphrases(text: str, *, quoted: bool = False) -> Iterator[tuple[int, int]]:
    """Yield the spans of what could be a passphrase on its own and has a name that asks for one near it.

    `quoted` says that the text is code: without quotes there are values in comments and in strings alone.
    """
    if "\0" in text:
        return  # In what is no text, such names and values come about by chance.
    asked = vocabulary.asked(FOR_ONE_ALONE, text)
    names = [name for name in asked if not (_is_statement(text, name) or _is_result(text, name))]
    notes = _notes(text) if quoted and names else None
    lines = _Lines(text if quoted and names else "")
    for low, high in _near_names(names):
        yield from (join.span() for join in _JOIN.finditer(text, low, high))
        yield from (
            one.span()
            for one in _LITERAL.finditer(text, low, high)
            if _may_stand_alone(one)
            and not (quoted and one.lastgroup == "bare" and _is_code(text, one.start(), notes, lines))
        )
    yield from _given(text, names)


def _given(text: str, names: Sequence[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Yield what the variables are given that stand in the place of a passphrase: `password: word`."""
    variables: set[str] = set()
    for name in names:
        stands = _STANDS.match(text, name.end())
        if stands and len(variables) < _VARIABLES and read_name(stands[1]).role is None:
            variables.add(stands[1])
    for variable in variables:
        place = text.find(variable)
        for _ in range(_MENTIONS):
            if place < 0:
                break
            literal = _LITERAL.match(text, given.end()) if (given := _GIVES.match(text, place)) else None
            if literal and _may_stand_alone(literal):
                yield literal.span()
            place = text.find(variable, place + 1)


def _near_names(names: Iterable[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Yield the surroundings of names that ask for a passphrase, those that overlap as one."""
    low = high = 0
    for name in names:
        if name.start() - _REACH > high:
            if high:
                yield low, high
            low = name.start() - _REACH
        high = name.end() + _REACH
    if high:
        yield low, high


def _is_statement(text: str, name: re.Match[str]) -> bool:
    """Return whether `name` is Python's `pass`, which asks for nothing."""
    if name[0].rstrip() != "pass":
        return False
    before = text[max(0, name.start() - 80) : name.start()]
    return before.rstrip(" \t").endswith(":") or (
        before[-1:] in {" ", "\t"} and not before.rsplit("\n", 1)[-1].strip()
    )


def _is_result(text: str, name: re.Match[str]) -> bool:
    """Return whether `name` is the `PASS` of a test, in a line that speaks of no account."""
    if name[0].strip() != "PASS":
        return False
    result = _RESULT.match(text, name.start())
    if result is None:
        return False
    low, high = max(0, name.start() - _REACH), result.end() + _REACH
    before = text[low : name.start()].rsplit("\n", 1)[-1]
    behind = text[result.end("ends") : high].split("\n", 1)[0] if result["ends"].strip() else ""
    return bool(before.strip(" \t*_|#>-")) and not _OF_ACCOUNT.search(f"{before} {behind}")


def _may_stand_alone(literal: re.Match[str]) -> bool:
    """Return whether a literal may be a passphrase that stands alone, or the encoding of one."""
    group = literal.lastgroup
    if group is None:
        return False
    # Before an escaped quote, the backslash is no part of it.
    value: str = literal[group].rstrip("\\")
    if classes(value) < CLASSES and not _ESCAPE.search(value):
        return _is_encoded(value)  # No, for nearly all, and at least cost.
    if is_no_passphrase(literal.string, literal.start()):
        return False
    if group != "bare":
        if _NO_STRING.fullmatch(value):
            return False
    else:
        value = _before_tag(literal, value)
        if "\\" in value and _is_in_quotes(literal):
            value = _BREAKS.split(value, 1)[0]
        if _CODE.fullmatch(value):
            return False
    pieces = {value, _END.split(value, 1)[0]}
    if group == "bare":
        pieces = {piece for piece in pieces if not _CODE.fullmatch(piece)}
    if any(map(_ESCAPE.search, pieces)):
        pieces = {_ESCAPE.sub("!", piece)[:LONGEST] for piece in pieces}
    return any(map(_is_worth, pieces)) or _is_encoded(value)


def _is_worth(value: str) -> bool:
    return stands_out(value) and not reads_as_text(value) and not is_placeholder(value)


def _is_encoded(value: str) -> bool:
    """Return whether a value says something else in hex digits or base64 that could be a passphrase."""
    decoded = decode_text(value) if _CODE_OF_TEXT.fullmatch(value) else None
    return decoded is not None and _is_worth(decoded.text.rstrip("\r\n"))


def _is_in_quotes(literal: re.Match[str]) -> bool:
    """Return whether a quote stands before a literal on its line."""
    text, start = literal.string, literal.start()
    line = text.rfind("\n", 0, start) + 1
    return any(text.find(quote, line, start) >= 0 for quote in "\"'`")


def _notes(text: str) -> list[int] | None:
    """Return where notes in triple quotes begin and end, in turn, None if that cannot be told."""
    if not any(mark in text for mark in TRIPLE_QUOTES):
        return []
    return None if _QUOTED_QUOTES.search(text) else [mark.start() for mark in _TRIPLE_QUOTES.finditer(text)]


class _Lines:
    """Where the lines of a text start, and where the first string, comment or template of each opens."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(end.end() for end in _LINE_END.finditer(text))]
        self._opened: dict[int, int] = {}

    def start(self, offset: int) -> int:
        """Return where the line of `offset` starts."""
        return self._starts[bisect_right(self._starts, offset) - 1]

    def opened(self, start: int) -> int:
        """Return behind which offset of the line that starts at `start` stands what is in words."""
        if start not in self._opened:
            # With the line break before it, behind which comments begin.
            end = self._text.find("\n", start)
            opening = _IN_WORDS.search(self._text, max(0, start - 1), end if end >= 0 else len(self._text))
            self._opened[start] = opening.end() if opening else sys.maxsize
        return self._opened[start]


def _is_code(text: str, offset: int, notes: list[int] | None, lines: _Lines) -> bool:
    """Return whether `offset`, in a text of code with these `notes`, stands in no comment, string or note."""
    if notes is None or bisect_left(notes, offset) % 2:
        return False
    line = lines.start(offset)
    if lines.opened(line) <= offset + _OPENING:
        return False
    return not text[max(0, line - 3) : line].rstrip("\r\n").endswith("\\")


def _before_tag(literal: re.Match[str], value: str) -> str:
    """Return the part of a `value` without quotes that stands before the first tag."""
    text, start = literal.string, literal.start("bare")
    tag = _TAG.search(text, start, start + len(value) + _LONGEST_ATTRIBUTE) if "<" in value else None
    if tag is None:
        return value
    is_markup = tag[0].startswith(_BREAK) or text.find(_MARKUP, max(0, start - _REACH), start + _REACH) >= 0
    return value[: tag.start() - start] if is_markup else value
