"""Finds passphrases written without quotes, and the defaults of `${NAME:-value}` templates.

Keys and secret keys have a shape; a bare passphrase has none, so its name is looked for first and the kind
of file says where the value ends.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from okx_secret_scan.detector.dialects import Bare, Dialect
from okx_secret_scan.detector.idioms import TEMPLATE
from okx_secret_scan.detector.lexer import Kind, Tokens
from okx_secret_scan.detector.names import Role, read_name
from okx_secret_scan.model import EnvFallback


@dataclass(frozen=True, slots=True)
class BareValue:
    """A value without quotes: the token it starts at, its span, and the look-up whose default it is."""

    index: int
    start: int
    end: int
    value: str
    env: EnvFallback | None = None


_NAMED = re.compile(
    r"(?i)(?P<name>[\w$.\-]*?(?:pass|phrase|pwd|(?<![a-z])p[wp](?![a-z])|密码|口令|client_?id)[\w.\-]*|\bvalue|\bdefault|\bstring)"
    r"(?P<operator>[\"'\])*`]*[ \t]*(?:::?=|\?=|=>?|::|[:：>](?!//)|\|(?=[ \t]))[*_]*[ \t]*|[ \t]+(?:is[ \t]+)?)"
    r"(?=(?P<value>[^\s\"'`][^\n]*))"
)
_BLANK_OPERATOR = re.compile(
    r"(?:^|\s)(?:ENV|ARG|setx?|-\w+|--[\w.\-]+|export|set\s+-\w+)\s*$|(?:^|\s)--?[\w.\-]+$"
)
_BESIDE = frozenset({"value", "default", "string"})
_TRIPLE = ('"""', "'''")
_COMMENT = re.compile(r"(?:^|[\s;{}()\[,])(?:#|//|--|/\*|\*|<!--|;|%|'|rem\b)", re.IGNORECASE)
_FORM = re.compile(r"[?&][\w.\-]+=[^\s&]*$|\w=[^\s&]+&[\w.\-]*$")
_BLOCK_SCALAR = re.compile(r"[|>][+-]?\d?\s*$")
_ANCHOR = re.compile(r"(?:[&][\w-]+|!!?\w*)[ \t]+")
_TABLE = re.compile(r"[ \t]*\|")


def bare_values(tokens: Tokens, dialect: Dialect, *, nested: bool) -> Iterator[BareValue]:
    """Yield values without quotes behind passphrase names, and the defaults in templates."""
    yield from _templates(tokens)
    text = tokens.text
    # Triple quotes that stay open hold prose: docstrings, notes.
    marks = (s for s, k in zip(tokens.starts, tokens.kinds, strict=True) if k is Kind.MARK)
    quotes = [start for start in marks if text[start : start + 3] in _TRIPLE]
    for match in _NAMED.finditer(text):
        if not _has_role(match["name"]):
            continue
        line_start = text.rfind("\n", 0, match.start()) + 1
        before = text[max(line_start, match.start() - 200) : match.start()]
        if before.endswith("${"):
            continue  # a template: its default is found as such
        blank = match["operator"].strip() in {"", "is"}
        if blank and not _blank_binds(match, before, dialect.bare):
            continue
        bare = dialect.bare
        if bare is Bare.NEVER:
            if dialect.tags and text[match.end("name") : match.start("value")].strip().endswith(">"):
                bare = Bare.LINE
            elif _COMMENT.search(before) or bisect_left(quotes, match.start()) % 2:
                bare = Bare.TEXT
            else:
                continue
        at = min(bisect_left(tokens.starts, match.start("value")), len(tokens) - 1)
        flow = tokens.parents[at] >= 0 and tokens.raw(tokens.parents[at]) == "{" and not dialect.flat
        span = _extent(text, match, before, bare, blank=blank, nested=nested, flow=flow)
        if span is None:
            continue
        start, end = span
        index = bisect_left(tokens.starts, start)
        if start < end and index < len(tokens):
            yield BareValue(index, start, end, text[start:end])


def _blank_binds(match: re.Match[str], before: str, bare: Bare) -> bool:
    """Return whether a name binds a value with nothing but white space between: options, notes."""
    name = match["name"]
    if _BLANK_OPERATOR.search(before + (name if name[0] == "-" else "")):
        return True
    alone = not before.strip(" \t>-*#!") and len(match["value"].split()) == 1
    return alone and bare in {Bare.TEXT, Bare.LINE} and name.lower() not in _BESIDE


def _has_role(name: str) -> bool:
    """Return whether `name` asks for a passphrase; `value` may stand for one that is named beside it."""
    if name.lower() in _BESIDE:
        return True
    read = read_name(name)
    return read.role is Role.PASSPHRASE and not read.about


def _extent(
    text: str, match: re.Match[str], before: str, bare: Bare, *, blank: bool, nested: bool, flow: bool
) -> tuple[int, int] | None:
    """Return the span of the value behind a name, None if nothing stands there."""
    start, rest = match.start("value"), match["value"].rstrip()
    anchor = _ANCHOR.match(rest)
    if anchor:
        start, rest = start + anchor.end(), rest[anchor.end() :]
    if _BLOCK_SCALAR.fullmatch(rest):
        return _next_line(text, match.start("value") + len(match["value"].rstrip()))
    if rest[:1] in {'"', "'", "`", "(", "[", "{"} or rest[:2] in {"${", "$("} or not rest:
        return None
    form = _FORM.search(before + match["name"] + "=")
    if form is not None or "&" in rest and _FORM.search(rest):
        return start, start + len(_match(r"[^\s&\"'#;]*", rest))
    if match["operator"].strip(" \t*`") == "|" or _TABLE.match(before):
        if bare is not Bare.TEXT or not _TABLE.match(before):
            return None
        return start, start + len(rest.split("|")[0].rstrip(" \t`*"))
    if flow and bare is Bare.LINE:
        return start, start + len(_match(r"[^,}]*", rest).rstrip())
    if blank or bare is Bare.WORD:
        return start, start + len(_match(r"[^\s;|<>\"'`]*", rest))
    if bare is Bare.LINE:
        if rest.startswith("<![CDATA["):
            return start + 9, start + 9 + len(rest[9:].split("]]>")[0])
        rest = rest.split("</")[0].split("\0")[0]
        if match["operator"].strip() == "=" and before.lstrip().startswith("- ") and " " in rest:
            return start, start + len(rest.split(" ")[0])
        rest = re.split(r"\s+[#;](?:\s|$)|\s+//\s", rest)[0]
        return start, start + len(rest.rstrip(" \t,"))
    return start, start + len(
        _text_value(rest, header=":" in match["operator"], alone=not before.strip() or nested)
    )


def _match(pattern: str, text: str) -> str:
    """Return what `pattern` matches at the start of `text`, nothing if it does not match."""
    found = re.match(pattern, text)
    return found[0] if found else ""


def _text_value(rest: str, *, header: bool, alone: bool) -> str:
    """Return what of `rest` is the value in prose, logs and headers."""
    if header and alone and len(rest) <= 40 and not re.search(r"[\"'`]", rest):
        return rest.rstrip(",;")
    return re.sub(r"[,;)\]}]+$|\\n$", "", _match(r"[^\s\"'`\0]+", rest))


def _next_line(text: str, position: int) -> tuple[int, int] | None:
    """Return the span of the only line of a YAML block scalar."""
    match = re.compile(r"\r?\n[ \t]+(\S[^\n]*)").match(text, position)
    return (match.start(1), match.start(1) + len(match[1].rstrip())) if match else None


def _templates(tokens: Tokens) -> Iterator[BareValue]:
    for match in TEMPLATE.finditer(tokens.text):
        variable = match["variable"] or match["property"]
        if match["value"] and read_name(variable).role is not None:
            index = min(bisect_left(tokens.starts, match.start("value")), len(tokens) - 1)
            yield BareValue(index, *match.span("value"), match["value"], EnvFallback(variable))
