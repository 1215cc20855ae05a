"""Reads literals: undoes escapes, joins pieces that code joins, keeps the way back to the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from okx_secret_scan.detector.cues import SETTING_COMMANDS
from okx_secret_scan.detector.lexer import Kind, Tokens

_ESCAPE = re.compile(
    r"\\(?:x(?P<hex>[0-9A-Fa-f]{2})|u\{(?P<braced>[0-9A-Fa-f]{1,6})\}|x\{(?P<perl>[0-9A-Fa-f]{1,6})\}"
    r"|u(?P<short>[0-9A-Fa-f]{4})|U(?P<long>[0-9A-Fa-f]{8})|(?P<octal>[0-3][0-7]{2})|(?P<newline>\r?\n[ \t]*)"
    r"|(?P<char>.))|&(?:#(?P<decimal>\d{1,7})|#[xX](?P<entity>[0-9A-Fa-f]{1,6})|(?P<named>amp|lt|gt|quot|apos));",
    re.DOTALL,
)
_CHARACTERS = {
    "n": "\n",
    "t": "\t",
    "r": "\r",
    "0": "\0",
    "b": "\b",
    "f": "\f",
    "v": "\v",
    "a": "\a",
    "z": "",
}
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_JOINS = frozenset({"+", ".", "..", "~", "&", "<>", "++"})
_COMMA_JOINS = re.compile(r"(?i)(?:concat!?|paste0?|strcat|join|string_?builder)\s*\(\s*[\[({]?\s*$")
PIECE = re.compile(r"[0-9a-f-]{1,36}|[0-9A-F]{1,32}")
_JOIN_PIECES = 64


@dataclass(frozen=True, slots=True)
class Literal:
    """A value as code reads it. `start` and `end` span it in the text, from its first piece to its last.

    `offsets` gives for each character of `value` where it stands in the text (one more for the end);
    None if the value stands there as it is, from `start` on. `last` is the last token that belongs to it.
    """

    value: str
    start: int
    end: int
    last: int
    offsets: tuple[int, ...] | None = None


def unescape(text: str, base: int = 0) -> tuple[str, tuple[int, ...] | None]:
    """Undo escapes of any language in `text`; return the value and the offset of each of its characters.

    Offsets count from `base` and are None if there was nothing to undo. What no language escapes stays.
    """
    if "\\" not in text and "&" not in text:
        return text, None
    value: list[str] = []
    offsets: list[int] = []
    position = 0
    for match in _ESCAPE.finditer(text):
        value.extend(text[position : match.start()])
        offsets.extend(range(base + position, base + match.start()))
        characters = _character(match)
        value.extend(characters)
        offsets.extend([base + match.start()] * len(characters))
        position = match.end()
    if not position:
        return text, None
    value.extend(text[position:])
    offsets.extend(range(base + position, base + len(text) + 1))
    return "".join(value), tuple(offsets)


def _character(match: re.Match[str]) -> str:
    for group in ("hex", "braced", "perl", "short", "long", "entity"):
        if match[group]:
            return _code_point(int(match[group], 16), match[0])
    if match["octal"]:
        return chr(int(match["octal"], 8))
    if match["decimal"]:
        return _code_point(int(match["decimal"]), match[0])
    if match["named"]:
        return _ENTITIES[match["named"]]
    if match["newline"]:
        return ""
    char: str = match["char"]
    if char in _CHARACTERS:
        return _CHARACTERS[char]
    return char if not char.isalnum() else match[0]


def _code_point(number: int, otherwise: str) -> str:
    return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else otherwise


def read_literal(tokens: Tokens, index: int) -> Literal:
    """Read the string (or word) at token `index` with all pieces that are joined to it on its right."""
    start, end = tokens.content(index)
    if tokens.kinds[index] is not Kind.STRING:
        return Literal(tokens.text[start:end], start, end, index)
    value, offsets = _content(tokens, index, start, end)
    pieces = [(value, offsets, start)]
    last = index
    while len(pieces) < _JOIN_PIECES and (following := _joined(tokens, last)) is not None:
        start_of, end = tokens.content(following)
        value, offsets = _content(tokens, following, start_of, end)
        pieces.append((value, offsets, start_of))
        last = following
    if len(pieces) == 1:
        return Literal(value, start, end, last, offsets)
    joined = "".join(piece for piece, _, _ in pieces)
    mapped: list[int] = []
    for piece, map_back, begin in pieces:
        mapped.extend(map_back[: len(piece)] if map_back else range(begin, begin + len(piece)))
    return Literal(joined, start, end, last, (*mapped, end))


def _content(tokens: Tokens, index: int, start: int, end: int) -> tuple[str, tuple[int, ...] | None]:
    """Undo the escapes of the string at `index`: backslashes, entities, doubled quotes."""
    text = tokens.text[start:end]
    quote = tokens.text[tokens.starts[index]]
    doubled = quote * 2
    if quote in "\"'" and doubled in text:
        # SQL, YAML, PowerShell and C# double a quote; shells join two strings that way.
        if PIECE.fullmatch(text.replace(doubled, "")):
            kept = [i for i in range(len(text)) if text[i] != quote]
        else:
            kept = _first_of_pairs(text, quote)
        return "".join(text[i] for i in kept), (*(start + i for i in kept), end)
    if tokens.is_raw(index) or (quote == "'" and tokens.raw_single and "\\'" not in text):
        return text, None
    return unescape(text, start)


def _first_of_pairs(text: str, quote: str) -> list[int]:
    """Return the places in `text` without the second quote of each doubled one."""
    kept, skip = [], False
    for i, character in enumerate(text):
        if skip:
            skip = False
            continue
        kept.append(i)
        skip = character == quote and text[i + 1 : i + 2] == quote
    return kept


def _joined(tokens: Tokens, index: int) -> int | None:
    """Return the string that continues the one at `index`, None if there is none."""
    following = index + 1
    if tokens.prefix:
        return None  # Lisp's strings are arguments of their own
    crossed = operator = False
    while following < len(tokens):
        kind = tokens.kinds[following]
        if kind is Kind.NEWLINE and tokens.text[tokens.starts[following]] in "\r\n":
            crossed = True
            operator = operator or tokens.raw(following).strip() == "+"
        elif (kind is Kind.COMMA and _comma_joins(tokens, following)) or (
            kind is Kind.OPERATOR and tokens.raw(following) in _JOINS and not operator
        ):
            operator = True
        elif kind is Kind.STRING:
            break
        elif not (kind is Kind.WORD and _glue(tokens, following)):
            return None
        following += 1
    if following >= len(tokens) or tokens.parents[following] != tokens.parents[index]:
        return None
    if operator or (not crossed and _implicit(tokens, index, following)):
        return following
    in_parentheses = tokens.parents[index] >= 0 and tokens.raw(tokens.parents[index]) == "("
    pieces = PIECE.fullmatch(tokens.word(index)) and PIECE.fullmatch(tokens.word(following))
    return following if crossed and (in_parentheses or pieces) else None


def _comma_joins(tokens: Tokens, comma: int) -> bool:
    """Return whether a comma stands in a call that joins its arguments: `concat!("a", "b")`."""
    opened = tokens.parents[comma]
    if opened < 0:
        return False
    start = tokens.starts[opened] + 1
    return _COMMA_JOINS.search(tokens.text, max(0, start - 30), start) is not None


def _glue(tokens: Tokens, index: int) -> bool:
    """Return whether a word belongs to the string behind it (`r"…"`) or continues a line (`& _`)."""
    return tokens.raw(index) == "_" or (len(tokens.raw(index)) <= 2 and _adjacent(tokens, index))


def _adjacent(tokens: Tokens, index: int) -> bool:
    return index + 1 < len(tokens) and tokens.ends[index] == tokens.starts[index + 1]


def _implicit(tokens: Tokens, index: int, following: int) -> bool:
    """Return whether two strings on one line are one: `"a"'b'` in shells, `"a" "b"` in C and Python."""
    if tokens.ends[index] == tokens.starts[following]:
        return True
    if index and tokens.raw(index - 1).lower() in SETTING_COMMANDS:
        return False  # a name and its value
    both = tokens.word(index) + tokens.word(following)
    return tokens.raw(index)[0] == tokens.raw(following)[0] == '"' and "=" not in both
