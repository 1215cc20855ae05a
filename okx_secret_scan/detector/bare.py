"""Finds passphrases written without quotes, and the defaults of `${NAME:-value}` templates.

Keys and secret keys have a shape; a bare passphrase has none, so its name is looked for first and the kind
of file says where the value ends.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from okx_secret_scan.detector.dialects import COMMENT, TRIPLE_QUOTES, Bare, Dialect
from okx_secret_scan.detector.embedded import is_setting
from okx_secret_scan.detector.extents import TAGS, Named, extent, in_sentence
from okx_secret_scan.detector.idioms import TEMPLATES
from okx_secret_scan.detector.lexer import Kind, Tokens
from okx_secret_scan.detector.names import read_name
from okx_secret_scan.detector.passphrases import stands_out
from okx_secret_scan.detector.roles import Role
from okx_secret_scan.detector.shapes import KEY_OR_SECRET
from okx_secret_scan.model import EnvFallback


@dataclass(frozen=True, slots=True)
class BareValue:
    """A value without quotes: the token it starts at, its span, and the look-up whose default it is."""

    index: int
    start: int
    end: int
    value: str
    env: EnvFallback | None = None


# Of one that is named beside it.
_BESIDE_PART = re.compile(r"\b(?:[Vv]alue|[Dd]efault|string|td|dd)\b")
# A word, but none of a language, behind a label in markup: `<b>Passphrase:</b> value</li>`.
_MARKED_UP = re.compile(rf"{TAGS}(?![A-Za-z]+\s*<)[^\s<]+\s*<(?:/|br\b)")
_NAME_START = re.compile(r"[\w$.\-]*$")
_BINDING = re.compile(
    r"(?P<rest>(?:(?![为為是])[\w.\-]){0,80})"
    r"(?P<operator>(?:</[a-z]{1,8}>)?[\"'\])*`]*[ \t]*(?:::?=|\?=|=>?|::|[:：>](?!//)"
    r"|(?<=\w)\"?,\"?(?=[^\s,;\"]{6,90}\"?[ \t]*\r?(?:\n|\Z))"  # a row of a name and its value
    r"|\|(?=[ \t]|[^|\s]{1,90}\|\s*?(?:\n|\Z)))[*_]*[ \t]*"
    r"|\}[ \t]{2,40}(?=\S{6,90}[ \t]*\r?(?:\n|\Z))"  # a variable of Robot
    r"|(?:[ \t]+key)?[ \t]+(?:-{1,2}>|>>>?|→)[ \t]+(?![A-Za-z]+(?:\s|\Z))"
    r"|[ \t]*[为為是][ \t:：]*(?=[!-~]{6})|[ \t]+[-\u2013\u2014][ \t]+|[ \t]+(?:is[ \t]+|was[ \t]+)?|\}\{)"
    r"(?P<value>[^\s\"'`][^\n]{0,400})"
)
_LONGEST_NAME = 80
_BLANK_OPERATOR = re.compile(
    r"(?:^|\s)(?:ENV|ARG|setx?|-\w+|--[\w.\-]+|export|set\s+-\w+)\s*$|(?:^|\s)--?[\w.\-]+$"
)
# Who says the line in a chat, and when: "[10:12] alice: ".
_SPEAKER = re.compile(
    r"\s*(?:\[[^\]\n]{1,40}\]\s*)?(?:[\d:.,/\-]{1,12}\s+){0,2}"
    r"(?:[@\w][\w .\-]{0,30}[:：]|<[@\w][\w .\-]{0,30}>:?)\s+"
)
_BESIDE = frozenset({"value", "default", "string", "td", "dd"})


def bare_values(
    tokens: Tokens, dialect: Dialect, name_parts: Sequence[int], *, nested: bool
) -> Iterator[BareValue]:
    """Yield values without quotes behind passphrase names, and the defaults in templates.

    `name_parts` are the offsets at which `asking.ANYWHERE` matches, ascending.
    """
    yield from _templates(tokens)
    quotes = _open_quotes(tokens)
    for named in _names(tokens.text, name_parts, dialect):
        of_variable = named.before == "${" and named.operator[0] == "}"
        if (named.before.endswith("${") and not of_variable) or (
            named.blank and not _blank_binds(named, dialect.bare)
        ):
            continue  # a template's default is found as such
        if "," in named.operator and named.before.strip(' \t"'):
            continue  # a column among others
        in_note = bisect_left(quotes, named.start) % 2 == 1
        bare = _bare_of(named, dialect, in_note=in_note or _is_embedded(tokens.text, named, dialect))
        at = min(bisect_left(tokens.starts, named.start), len(tokens) - 1)
        flow = tokens.parents[at] >= 0 and tokens.raw(tokens.parents[at]) == "{" and not dialect.flat
        span = extent(tokens.text, named, bare, nested=nested, flow=flow) if bare is not Bare.NEVER else None
        if span is None or span[0] >= span[1]:
            continue
        index = bisect_left(tokens.starts, span[0])
        if index < len(tokens):
            yield BareValue(index, *span, tokens.text[span[0] : span[1]])


def _names(text: str, name_parts: Sequence[int], dialect: Dialect) -> Iterator[Named]:
    """Yield each name that asks for a passphrase and has something behind it."""
    done = -1
    parts = list(name_parts)
    if dialect.bare is Bare.LINE or dialect.tags:
        beside = (m.start() for m in _BESIDE_PART.finditer(text))
        parts = sorted({*parts, *(at for at in beside if _is_near(at, name_parts))})
    for part in parts:
        if part < done:
            continue
        found = _BINDING.match(text, part)
        if found is None:
            continue
        line = text.rfind("\n", max(0, part - 300), part) + 1 or max(0, part - 300)
        before = _NAME_START.search(text, max(line, part - _LONGEST_NAME), part)
        start = before.start() if before else part
        name = text[start : found.end("rest")]
        if _has_role(name):
            done = found.start("value")
            yield Named(name, found["operator"], found["value"], done, text[line:start])


def _is_near(offset: int, name_parts: Sequence[int]) -> bool:
    after = bisect_left(name_parts, offset)
    return any(abs(name_parts[i] - offset) < 200 for i in (after - 1, after) if 0 <= i < len(name_parts))


def _open_quotes(tokens: Tokens) -> list[int]:
    """Return where triple quotes stand that hold prose over several lines: docstrings, notes."""
    text = tokens.text
    if not any(mark in text for mark in TRIPLE_QUOTES):
        return []
    marks = (s for s, k in zip(tokens.starts, tokens.kinds, strict=True) if k is Kind.MARK)
    return [start for start in marks if text[start : start + 3] in TRIPLE_QUOTES]


def _bare_of(named: Named, dialect: Dialect, *, in_note: bool) -> Bare:
    """Return how a value behind a name ends: code has none but in comments, notes and markup."""
    if dialect.bare is not Bare.NEVER:
        return dialect.bare
    operator = named.operator.strip()
    if dialect.tags and (
        operator.endswith(">") or (operator.endswith(":") and _MARKED_UP.match(named.value))
    ):
        return Bare.LINE
    return Bare.TEXT if in_note or COMMENT.search(named.before[-200:]) else Bare.NEVER


def _is_embedded(text: str, named: Named, dialect: Dialect) -> bool:
    return dialect.bare is Bare.NEVER and is_setting(text, named.before, named.operator, named.start)


def _blank_binds(named: Named, bare: Bare) -> bool:
    """Return whether a name binds a value with nothing but white space between: options, notes."""
    name, before = named.name, named.before[-200:]
    if _BLANK_OPERATOR.search(before + (name if name[0] == "-" else "")):
        return True
    alone = not before.strip(" \t>-*#!") and len(named.value.split()) == 1
    if bare is Bare.TEXT and _SPEAKER.fullmatch(before):
        return any(map(str.isdigit, named.value)) and len(named.value.split()) == 1
    if bare is Bare.TEXT and (named.operator.strip() or KEY_OR_SECRET.search(before)):
        alone = alone or stands_out(in_sentence(named.value.split()[0]))
    return alone and bare in {Bare.TEXT, Bare.LINE} and name.lower() not in _BESIDE


def _has_role(name: str) -> bool:
    """Return whether `name` asks for a passphrase; `value` may stand for one that is named beside it."""
    if name.lower() in _BESIDE:
        return True
    read = read_name(name)
    return read.role is Role.PASSPHRASE and not read.about


def _templates(tokens: Tokens) -> Iterator[BareValue]:
    if "$" not in tokens.text:
        return
    for match in chain.from_iterable(template.finditer(tokens.text) for template in TEMPLATES):
        if match["value"] and read_name(match["name"]).role is not None:
            index = min(bisect_left(tokens.starts, match.start("value")), len(tokens) - 1)
            yield BareValue(index, *match.span("value"), match["value"], EnvFallback(match["name"]))
