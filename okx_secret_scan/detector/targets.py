"""Reads what stands left of an operator: the name that is assigned to, the look-up that may find nothing."""

from __future__ import annotations

import re

from okx_secret_scan.detector.idioms import OPERATOR_SPELLINGS
from okx_secret_scan.detector.lexer import NONE, Kind, Tokens
from okx_secret_scan.detector.names import read_name
from okx_secret_scan.detector.steps import Relation, Step

ASSIGN = frozenset({"=", ":=", "::=", "+=", "<-", "=>", "->", "==", "===", ":", "~"})


PLAIN_EQUALS = frozenset({"=", ":=", "+=", "<-", "==", "===", "?=", "||=", "??="})


_ENDS_OPERAND = PLAIN_EQUALS | {"=>", "&&"} | (OPERATOR_SPELLINGS - {"?:"})
_TYPES = frozenset(
    {"string", "String", "str", "As", "text", "char", "varchar", "var", "object", "any", "is", "TEXT"}
)


SEGMENT = 24


REACH = 80  # tokens of a long statement, target or look-up that are looked at
LONGEST_HEADER = 200  # characters


def segment_start(tokens: Tokens, operator: int, *, target: bool = False) -> int:
    """Return the first token of the target or operand that ends left of `operator`."""
    start = operator
    while start > max(0, operator - SEGMENT):
        left = start - 1
        kind, raw = tokens.kinds[left], tokens.raw(left)
        if kind is Kind.CLOSE and left in tokens.partners:
            start = tokens.partners[left]
            continue
        if target and raw == ">" and (typed := generic(tokens, left)) != NONE:
            start = typed
            continue
        if kind in {Kind.OPEN, Kind.COMMA, Kind.CLOSE} or raw == ";":
            break
        if target and kind is Kind.STRING and start < operator:
            break
        # An operator that starts a line goes on from the line above.
        goes_on = not target and tokens.raw(start) == "|>"
        if (
            kind is Kind.NEWLINE
            and (start < operator or (target and tokens.parents[left] == NONE))
            and not goes_on
        ):
            break
        if kind is Kind.OPERATOR and raw in _ENDS_OPERAND:
            break
        if (
            raw == "&"
            and tokens.ends[left] == tokens.starts[left + 1]
            and tokens.starts[left] == tokens.ends[left - 1]
        ):
            break  # form bodies: a=b&c=d
        start = left
    while start < operator and tokens.kinds[start] is Kind.NEWLINE:
        start += 1
    return start


def generic(tokens: Tokens, closing: int) -> int:
    """Return the `<` of `name<type, type>`, `NONE` if there is none near."""
    return next((i for i in range(closing - 1, max(-1, closing - 8), -1) if tokens.raw(i) == "<"), NONE)


def tuple_operator(tokens: Tokens, index: int) -> int:
    """Return the operator of `a, b, c = x, y, z` that assigns the value at `index`, `NONE` without one."""
    if tokens.parents[index] != NONE and tokens.raw(tokens.parents[index]) != "{":
        return NONE
    for left in range(index - 1, max(-1, index - 2 * SEGMENT), -1):
        if tokens.parents[left] != tokens.parents[index]:
            continue
        if tokens.kinds[left] is Kind.NEWLINE or tokens.raw(left) == ";":
            return NONE
        if tokens.raw(left) in {"=", ":="}:
            ahead = left + 1
            while ahead < index and tokens.raw(ahead) not in {"=", ":"}:
                ahead += 1
            targets = tokens.ordinals[left] - _first_ordinal(tokens, left)
            return left if ahead == index and targets else NONE
    return NONE


def _first_ordinal(tokens: Tokens, operator: int) -> int:
    """Return the number of commas before the statement that `operator` stands in."""
    left = operator
    while (
        left > max(0, operator - REACH)
        and tokens.kinds[left - 1] is not Kind.NEWLINE
        and tokens.raw(left - 1) != ";"
    ):
        left -= 1
    return tokens.ordinals[left]


def conditional(tokens: Tokens, colon: int) -> int:
    """Return the `?` of a conditional whose `:` is at `colon`, `NONE` if the colon is none of one."""
    lines = 2 if colon and tokens.kinds[colon - 1] is Kind.NEWLINE else 0
    for left in range(colon - 1, max(-1, colon - 2 * SEGMENT), -1):
        if tokens.parents[left] != tokens.parents[colon]:
            if tokens.parents[left] < tokens.parents[colon]:
                return NONE
            continue
        if tokens.kinds[left] is Kind.NEWLINE:
            lines -= 1
            if lines < 0:
                return NONE
        raw = tokens.raw(left)
        if raw == "?":
            return left
        if raw in {";", ","}:
            return NONE
    return NONE


def in_template(tokens: Tokens, index: int) -> bool:
    """Return whether a token stands in `${…}`."""
    opened = tokens.parents[index]
    return opened > 0 and tokens.raw(opened) == "{" and tokens.raw(opened - 1).endswith("$")


def member_name(tokens: Tokens, operator: int, steps: list[Step]) -> str:
    """Return the name in `a, b, c = …` that gets the value: the one in the value's own place."""
    opened = tokens.parents[operator]
    if opened != NONE and tokens.raw(opened) != "{":
        return ""  # an argument list
    first = _first_ordinal(tokens, operator)
    place = steps[-1].position if steps and steps[-1].relation in {Relation.ELEMENT, Relation.TUPLE} else 0
    name = ""
    for left in range(operator - 1, max(-1, operator - 2 * SEGMENT), -1):
        if tokens.kinds[left] is Kind.NEWLINE or tokens.raw(left) == ";":
            break
        if tokens.raw(left) in {"=", ":"}:
            return ""
        if tokens.kinds[left] is Kind.WORD and tokens.ordinals[left] - first == place:
            name = name or tokens.word(left)
    return name


def target_name(tokens: Tokens, start: int, operator: int, raw: str) -> str:
    """Return the name in the tokens that an assignment writes to."""
    start = max(start, operator - REACH)
    colon = next((i for i in range(start, operator) if tokens.raw(i) == ":"), NONE)
    if raw in PLAIN_EQUALS and colon > start:
        typed = target_name(tokens, start, colon, ":")
        if read_name(typed).role is not None or read_name(tokens.word(operator - 1)).role is None:
            return typed
    last = operator - 1
    if last < start:
        return ""
    if tokens.kinds[last] is Kind.CLOSE and last in tokens.partners:
        opened = tokens.partners[last]
        inside = range(opened + 1, min(last, opened + REACH))
        inner = [i for i in inside if tokens.kinds[i] in {Kind.STRING, Kind.WORD}]
        prefix = tokens.word(opened - 1) if opened > start and tokens.kinds[opened - 1] is Kind.WORD else ""
        return ".".join(filter(None, [prefix, *(tokens.word(i) for i in inner[:3])]))
    if tokens.kinds[last] is Kind.STRING:
        return tokens.word(last)
    words: list[int] = []
    for i in range(operator - 1, start - 1, -1):
        if tokens.kinds[i] is Kind.STRING:
            break
        if tokens.kinds[i] is Kind.WORD:
            words.insert(0, i)
    if not words:
        return ""
    if raw == ":" and len(words) > 1 and colon == NONE:
        return " ".join(tokens.word(i) for i in words[-5:])
    # `var okxKey string = …`, `Const OkxKey As String = …` name the type last.
    for i in reversed(words):
        name = read_name(tokens.word(i))
        if name.role is not None and not name.weak:
            return tokens.word(i)
    while len(words) > 1 and tokens.word(words[-1]) in _TYPES:
        words.pop()
    return tokens.word(words[-1])


def holder_text(tokens: Tokens, start: int, operator: int) -> str:
    """Return what the target of an assignment is an element of: `a["b"]` of `a["b"]["c"]`."""
    opened = tokens.partners.get(operator - 1, NONE)
    if opened <= start or tokens.raw(opened) != "[":
        return ""
    end = tokens.starts[opened]
    return tokens.text[max(tokens.starts[start], end - LONGEST_HEADER) : end]


def lookup_name(tokens: Tokens, start: int, end: int, *, whole: bool = False) -> str:
    """Return the variable that an expression looks up: the last of its strings and words that has a role.

    `whole` keeps the dots of a property (`okx.secret-key`); otherwise they lead to a member, behind
    which methods may be called (`env.OKX_SECRET_KEY?.trim`).
    """
    found = ""
    for i in range(end - 1, max(start, end - REACH) - 1, -1):
        if tokens.kinds[i] not in {Kind.STRING, Kind.WORD}:
            continue
        text = tokens.word(i)
        members = [text] if tokens.kinds[i] is Kind.STRING or whole else re.split(r"\?\.|\.", text)
        named = next((member for member in reversed(members) if read_name(member).role is not None), None)
        if named is not None:
            return named
        text = members[-1]
        found = found or (text if tokens.kinds[i] is Kind.STRING or text.isupper() else "")
    return found
