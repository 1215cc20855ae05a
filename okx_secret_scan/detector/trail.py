"""Walks from a value outwards: what names it, which calls, literals and blocks hold it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from okx_secret_scan.detector.idioms import OPERATOR_SPELLINGS, is_receiver_default
from okx_secret_scan.detector.lexer import NONE, Kind, Tokens
from okx_secret_scan.detector.names import read_name


class Relation(Enum):
    """How a step holds what is inside it."""

    NAME = "name"  # assigned to, keyed by, keyword argument
    ARGUMENT = "argument"  # positional argument of a call
    ELEMENT = "element"  # element of an array, set or keyed literal
    FALLBACK = "fallback"  # what is given where a look-up finds nothing
    TUPLE = "tuple"  # one of several values that are assigned at once
    BLOCK = "block"  # class, function, section, branch


@dataclass(frozen=True, slots=True)
class Step:
    """One step outwards. `text` is the name, callee, look-up or header; `bracket` the token index crossed."""

    relation: Relation
    text: str = ""
    position: int = NONE
    bracket: int = NONE
    operator: str = ""


@dataclass(frozen=True, slots=True)
class Trail:
    """The steps from a value outwards, and the offset at which the outermost statement starts."""

    steps: tuple[Step, ...]
    statement: int


# `<key>NAME</key><string>` of property lists, `<property name="NAME"><value>` of Spring.
_NAMED_ELEMENT = re.compile(
    r"<(?:key|name)>\s*([^<>]{1,80}?)\s*</(?:key|name)>\s*<\w+>$"
    r"|<[\w-]+\b[^<>]*?\bname=[\"']([^\"'<>]{1,80})[\"'][^<>]*>\s*<value>$"
)
ASSIGN = frozenset({"=", ":=", "::=", "+=", "<-", "=>", "->", "==", "===", ":", "~"})
_PLAIN_EQUALS = frozenset({"=", ":=", "+=", "<-", "==", "===", "?=", "||=", "??="})
NAMING_ATTRIBUTES = frozenset({"name", "key", "id", "env", "property", "variable", "header", "k", "field"})
_TYPES = frozenset(
    {"string", "String", "str", "As", "text", "char", "varchar", "var", "object", "any", "is", "TEXT"}
)
_SEGMENT = 24
# How far the walk looks past what says nothing: prefixes, blank lines, chained calls, long statements.
_PREFIXES = 8
_REACH = 200
_STEPS = 40
_CALL_WORDS = frozenset(
    {"return", "await", "new", "yield", "echo", "export", "const", "let", "var", "set", "lambda"}
)


def climb(tokens: Tokens, index: int) -> Trail:
    """Return the trail of the value that starts at token `index`."""
    steps: list[Step] = []
    position = index
    for _ in range(_STEPS):
        moved = _step(tokens, position, steps)
        if moved == NONE:
            break
        position = moved
    return Trail(tuple(steps), tokens.starts[position])


def _before(tokens: Tokens, index: int) -> int:
    """Return the token left of `index` that it depends on, `NONE` where its statement starts."""
    left = index - 1
    while left >= max(0, index - _PREFIXES) and _is_prefix(tokens, left):
        left -= 1
    if left < 0 or tokens.kinds[left] is not Kind.NEWLINE:
        return left
    while left >= max(0, index - _REACH) and tokens.kinds[left] is Kind.NEWLINE:
        left -= 1
    if left < 0:
        return NONE
    raw = tokens.raw(left)
    scalar = _block_scalar(tokens, left)
    if scalar != NONE:
        return scalar
    if raw in {'"""', "'''"} or (tokens.kinds[left] is Kind.OPERATOR and raw in ASSIGN | OPERATOR_SPELLINGS):
        # Nothing stands right of the operator, so the value is on this line; `key:` opens a YAML branch.
        return left if raw != ":" or tokens.parents[index] != NONE else NONE
    return tokens.parents[index]


def _block_scalar(tokens: Tokens, index: int) -> int:
    """Return the colon of `key: |-` if the token at `index` ends it, `NONE` otherwise."""
    last = index
    while index > max(0, last - _PREFIXES) and tokens.raw(index) in {"|", ">", "-", "+"}:
        index -= 1
        if tokens.raw(index) == ":" and tokens.kinds[index] is Kind.OPERATOR:
            return index
    return NONE


def _is_prefix(tokens: Tokens, index: int) -> bool:
    """Return whether a token belongs to the literal behind it: `b"…"`, `@"…"`, `&"…"`, a triple quote."""
    raw = tokens.raw(index)
    if raw in {'"""', "'''", "!", "&", "*", "~"}:
        return True
    adjacent = index + 1 < len(tokens) and tokens.ends[index] == tokens.starts[index + 1]
    return (
        adjacent
        and len(raw) <= 2
        and tokens.kinds[index + 1] is Kind.STRING
        and tokens.kinds[index] is Kind.WORD
    )


def _step(tokens: Tokens, index: int, steps: list[Step]) -> int:
    """Add the step that holds token `index`; return where to go on from, `NONE` at the outermost one."""
    left = _before(tokens, index)
    if left == NONE:
        return NONE
    raw, kind = tokens.raw(left), tokens.kinds[left]
    if left == tokens.parents[index] or kind is Kind.COMMA:
        target = _tuple_target(tokens, index) if kind is Kind.COMMA else NONE
        if target == NONE:
            return _cross(tokens, index, steps)
        steps.append(Step(Relation.TUPLE, position=tokens.ordinals[index] - tokens.ordinals[target]))
        return _assignment(tokens, target, tokens.raw(target), steps)
    if kind is Kind.OPERATOR:
        return _operator(tokens, left, raw, steps)
    if kind is Kind.WORD:
        return _word(tokens, left, raw, steps)
    if kind is Kind.STRING:
        return _attribute(tokens, index, left, steps)
    if raw == ">":
        return _markup(tokens, left, steps)
    if raw == "/" and tokens.raw(left - 1) == "/":
        return _fallback(tokens, left - 1, "//", steps)
    if raw == "%" and tokens.raw(left - 1) == "||":
        return _fallback(tokens, left - 1, "%||%", steps)
    if kind is Kind.NEWLINE:
        return tokens.parents[index] if tokens.parents[index] == NONE else _cross(tokens, index, steps)
    return left


def _operator(tokens: Tokens, left: int, raw: str, steps: list[Step]) -> int:
    if raw == "=" and left >= 2 and tokens.raw(left - 1) == "/" and tokens.raw(left - 2) == "/":
        return _assignment(tokens, left - 2, "//=", steps)
    if raw in {"?=", "||=", "??="}:
        return _assignment(tokens, left, raw, steps)
    if raw in OPERATOR_SPELLINGS:
        return _fallback(tokens, left, raw, steps)
    if raw in {":-", ":=", ":"} and _in_template(tokens, left):
        return _fallback(tokens, left, raw, steps)
    if raw == ":" and (question := _question(tokens, left)) != NONE:
        steps.append(Step(Relation.FALLBACK, lookup_name(tokens, question + 1, left), operator="?:"))
        return _segment(tokens, question)
    if raw == ":" and tokens.raw(head := _segment(tokens, left)) == "lambda":
        return head
    if raw in ASSIGN:
        return _assignment(tokens, left, raw, steps)
    return left


def _attribute(tokens: Tokens, index: int, left: int, steps: list[Step]) -> int:
    """Read `key="NAME"` before `value="…"`: attributes of markup; other strings beside are no name."""
    if (
        left >= 2
        and tokens.raw(left - 1) in {"=", ":"}
        and tokens.word(left - 2).lower() in NAMING_ATTRIBUTES
    ):
        steps.append(Step(Relation.NAME, tokens.word(left), operator="<"))
        return left
    if left >= 2 and tokens.raw(left - 1) == "=":
        return left - 2
    return NONE if tokens.parents[index] == NONE else _cross(tokens, index, steps)


def _tuple_target(tokens: Tokens, index: int) -> int:
    """Return the operator of `a, b, c = x, y, z` that assigns the value at `index`, `NONE` without one."""
    if tokens.parents[index] != NONE and tokens.raw(tokens.parents[index]) != "{":
        return NONE
    for left in range(index - 1, max(-1, index - 2 * _SEGMENT), -1):
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
        left > max(0, operator - _REACH)
        and tokens.kinds[left - 1] is not Kind.NEWLINE
        and tokens.raw(left - 1) != ";"
    ):
        left -= 1
    return tokens.ordinals[left]


def _question(tokens: Tokens, colon: int) -> int:
    """Return the `?` of a conditional whose `:` is at `colon`, `NONE` if the colon is none of one."""
    lines = 2 if colon and tokens.kinds[colon - 1] is Kind.NEWLINE else 0
    for left in range(colon - 1, max(-1, colon - 2 * _SEGMENT), -1):
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


def _in_template(tokens: Tokens, index: int) -> bool:
    """Return whether a token stands in `${…}`."""
    opened = tokens.parents[index]
    return opened > 0 and tokens.raw(opened) == "{" and tokens.raw(opened - 1).endswith("$")


def _word(tokens: Tokens, left: int, raw: str, steps: list[Step]) -> int:
    if raw in {"or", "else", "OR"}:
        return _fallback(tokens, left, "or", steps)
    if raw == "to" and tokens.kinds[left - 1] is Kind.STRING:  # Kotlin's pairs
        steps.append(Step(Relation.NAME, tokens.word(left - 1), operator="to"))
        return left - 1
    if raw in _CALL_WORDS:
        return left
    # `ENV NAME value`, `--flag value`, `setx NAME value`, and prose: "secret key is value"
    start = left
    while start > 0 and left - start < 3 and tokens.kinds[start - 1] is Kind.WORD:
        if tokens.raw(start)[0] in "-:$" or not tokens.raw(start - 1).isalpha():
            break
        start -= 1
    steps.append(Step(Relation.NAME, " ".join(tokens.raw(i) for i in range(start, left + 1)), operator=" "))
    return start


def _segment(tokens: Tokens, operator: int, *, target: bool = False) -> int:
    """Return the first token of the target or operand that ends left of `operator`."""
    start = operator
    while start > max(0, operator - _SEGMENT):
        left = start - 1
        kind, raw = tokens.kinds[left], tokens.raw(left)
        if kind is Kind.CLOSE and left in tokens.partners:
            start = tokens.partners[left]
            continue
        if kind in {Kind.OPEN, Kind.COMMA, Kind.CLOSE} or raw == ";":
            break
        if target and kind is Kind.STRING and start < operator:
            break
        if kind is Kind.NEWLINE and (start < operator or tokens.parents[left] == NONE):
            break
        if kind is Kind.OPERATOR and raw in _PLAIN_EQUALS | {"=>", "&&"} | (OPERATOR_SPELLINGS - {"?:"}):
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


def _assignment(tokens: Tokens, operator: int, raw: str, steps: list[Step]) -> int:
    start = _segment(tokens, operator, target=True)
    name = _target(tokens, start, operator, raw)
    if start and tokens.kinds[start - 1] is Kind.COMMA and raw in {"=", ":="}:
        name = _member(tokens, operator, steps) or name
    if raw in OPERATOR_SPELLINGS:
        steps.append(Step(Relation.FALLBACK, name, operator=raw))
    if name:
        steps.append(Step(Relation.NAME, name, operator=raw))
    return start if start < operator else operator


def _member(tokens: Tokens, operator: int, steps: list[Step]) -> str:
    """Return the name in `a, b, c = …` that gets the value: the one in the value's own place."""
    opened = tokens.parents[operator]
    if opened != NONE and tokens.raw(opened) != "{":
        return ""  # an argument list
    first = _first_ordinal(tokens, operator)
    place = steps[-1].position if steps and steps[-1].relation in {Relation.ELEMENT, Relation.TUPLE} else 0
    name = ""
    for left in range(operator - 1, max(-1, operator - 2 * _SEGMENT), -1):
        if tokens.kinds[left] is Kind.NEWLINE or tokens.raw(left) == ";":
            break
        if tokens.raw(left) in {"=", ":"}:
            return ""
        if tokens.kinds[left] is Kind.WORD and tokens.ordinals[left] - first == place:
            name = name or tokens.word(left)
    return name


def _target(tokens: Tokens, start: int, operator: int, raw: str) -> str:
    """Return the name in the tokens that an assignment writes to."""
    start = max(start, operator - _REACH)
    colon = next((i for i in range(start, operator) if tokens.raw(i) == ":"), NONE)
    if raw in _PLAIN_EQUALS and colon > start:
        typed = _target(tokens, start, colon, ":")
        if read_name(typed).role is not None or read_name(tokens.word(operator - 1)).role is None:
            return typed
    last = operator - 1
    if last < start:
        return ""
    if tokens.kinds[last] is Kind.CLOSE and last in tokens.partners:
        opened = tokens.partners[last]
        inside = range(opened + 1, min(last, opened + _REACH))
        inner = [i for i in inside if tokens.kinds[i] in {Kind.STRING, Kind.WORD}]
        prefix = tokens.word(opened - 1) if opened > start else ""
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


def _fallback(tokens: Tokens, operator: int, raw: str, steps: list[Step]) -> int:
    start = _segment(tokens, operator)
    name = lookup_name(tokens, start, operator, whole=_in_template(tokens, operator))
    steps.append(Step(Relation.FALLBACK, name, operator=raw))
    return start if start < operator else operator


def lookup_name(tokens: Tokens, start: int, end: int, *, whole: bool = False) -> str:
    """Return the variable that an expression looks up: the last of its strings and words that has a role.

    `whole` keeps the dots of a property (`okx.secret-key`); otherwise they lead to a member.
    """
    found = ""
    for i in range(end - 1, max(start, end - _REACH) - 1, -1):
        if tokens.kinds[i] not in {Kind.STRING, Kind.WORD}:
            continue
        text = tokens.word(i)
        if tokens.kinds[i] is Kind.WORD and not whole:
            text = re.split(r"\?\.|\.", text)[-1]
        if read_name(text).role is not None:
            return text
        found = found or (text if tokens.kinds[i] is Kind.STRING or text.isupper() else "")
    return found


def _cross(tokens: Tokens, index: int, steps: list[Step]) -> int:
    """Step out of the bracket that holds token `index`."""
    opened = tokens.parents[index]
    if opened == NONE:
        return index - 1 if tokens.kinds[index - 1] is Kind.COMMA and index else NONE
    ordinal, bracket = tokens.ordinals[index], tokens.raw(opened)
    head = header_start(tokens, opened)
    callee = _callee(tokens, head, opened) if bracket == "(" else ""
    if bracket == "(" and callee:
        steps.append(Step(Relation.ARGUMENT, callee, ordinal, opened))
        if ordinal == 0 and is_receiver_default(callee):
            steps.append(Step(Relation.FALLBACK, lookup_name(tokens, head, opened - 1), operator="method"))
        return head
    start = tokens.starts[head]
    header = tokens.text[start : min(tokens.starts[opened], start + 2 * _REACH)].strip()[:_REACH]
    if bracket == "{" and header:
        steps.append(Step(Relation.BLOCK, header, ordinal, opened))
        return head
    steps.append(Step(Relation.ELEMENT, header, ordinal, opened))
    return opened


def _callee(tokens: Tokens, head: int, opened: int) -> str:
    """Return the callee before a bracket without the arguments of the calls it is chained to."""
    pieces = []
    i = head
    while i < opened:
        pieces.append(tokens.raw(i) if tokens.kinds[i] is not Kind.NEWLINE else "")
        i = tokens.partners.get(i, i + 1) if tokens.kinds[i] is Kind.OPEN else i + 1
    return "".join(pieces)[-200:]


def header_start(tokens: Tokens, opened: int) -> int:
    """Return the first token of what stands before an opening bracket: a callee, a type, a block's header."""
    start = opened
    if tokens.raw(opened) == "{":
        return _block_header(tokens, opened)
    for _ in range(min(opened, _REACH)):
        if start <= 0:
            break
        left = start - 1
        kind, raw = tokens.kinds[left], tokens.raw(left)
        if kind is Kind.CLOSE and left in tokens.partners and start < opened:
            start = tokens.partners[left]
        elif kind is Kind.STRING and tokens.raw(start) == ".":
            start = left  # "".join(
        elif raw == ">" and start == opened and (generic := _generic(tokens, left)) != NONE:
            start = generic
        elif (
            (kind is Kind.WORD and raw not in _CALL_WORDS and (start == opened or _joins(tokens, start)))
            or raw in {"::", ".", "!", "?"}
            or (kind is Kind.NEWLINE and tokens.raw(start) in {".", "::"})
        ):
            start = left
        else:
            break
    while start < opened and tokens.kinds[start] is Kind.NEWLINE:
        start += 1
    return start


def _generic(tokens: Tokens, closing: int) -> int:
    """Return the `<` of `name<type>(`, `NONE` if there is none near."""
    return next((i for i in range(closing - 1, max(-1, closing - 8), -1) if tokens.raw(i) == "<"), NONE)


def _joins(tokens: Tokens, index: int) -> bool:
    """Return whether a token continues the expression on its left (`a.b`, `a::b`, `a!(`, `a[0].b`)."""
    return tokens.raw(index) in {"::", ".", "!", "?", "<"} or tokens.kinds[index] is Kind.OPEN


def _block_header(tokens: Tokens, opened: int) -> int:
    start = opened
    while start > max(0, opened - 2 * _SEGMENT):
        left = start - 1
        kind, raw = tokens.kinds[left], tokens.raw(left)
        if kind is Kind.CLOSE and raw != "}" and left in tokens.partners:
            start = tokens.partners[left]
            continue
        if kind in {Kind.OPEN, Kind.COMMA, Kind.CLOSE} or raw in {
            ";",
            "=",
            ":=",
            "=>",
            ":",
            "return",
            "??",
            "||",
        }:
            break
        if kind is Kind.NEWLINE and start < opened:
            break
        start = left
    while start < opened and tokens.kinds[start] is Kind.NEWLINE:
        start += 1
    return start


def _markup(tokens: Tokens, closing: int, steps: list[Step]) -> int:
    """Read `<tag name="…">` before a value: its attribute called name, key or id, and its own name."""
    beside = _NAMED_ELEMENT.search(tokens.text, max(0, tokens.starts[closing] - 300), tokens.ends[closing])
    if beside:
        steps.append(Step(Relation.NAME, beside[1] or beside[2], operator="<"))
    opening = next((i for i in range(closing - 1, max(-1, closing - 40), -1) if tokens.raw(i) == "<"), NONE)
    if opening == NONE or tokens.raw(opening + 1) == "/":
        return NONE
    for i in range(opening + 2, closing - 1):
        if tokens.word(i).lower() in NAMING_ATTRIBUTES and tokens.raw(i + 1) == "=":
            steps.append(Step(Relation.NAME, tokens.word(i + 2), operator="<"))
    steps.append(Step(Relation.NAME, tokens.word(opening + 1), operator="<"))
    return NONE
