"""Walks from a value outwards: what names it, which calls, literals and blocks hold it."""

from __future__ import annotations

import re

from okx_secret_scan.detector.cues import SETTING_COMMANDS
from okx_secret_scan.detector.headers import CALL_WORDS, callee_text, header_start, opens_with_callee
from okx_secret_scan.detector.idioms import (
    OPERATOR_SPELLINGS,
    WORD_OPERATORS,
    is_default_keyword,
    is_receiver_default,
)
from okx_secret_scan.detector.lexer import NONE, Kind, Tokens
from okx_secret_scan.detector.steps import Relation, Step, Trail
from okx_secret_scan.detector.targets import (
    ASSIGN,
    LONGEST_HEADER,
    REACH,
    conditional,
    holder_text,
    in_template,
    lookup_name,
    member_name,
    segment_start,
    target_name,
    tuple_operator,
)

# `<key>NAME</key><string>` of property lists, cells of HTML, `<property name="NAME"><value>` of Spring,
# labels: `<b>NAME:</b> `, `NAME: <code>`.
_NAMED_ELEMENT = re.compile(
    r"<(?:[Kk]ey|[Nn]ame)>\s*([^<>]{1,80}?)\s*</(?:[Kk]ey|[Nn]ame)>\s*<\w+>$"
    r"|<(?:th|td|dt)\b[^<>]{0,80}>\s*(?:<\w+>)?([^<>]{1,80}?)\s*:?\s*(?:</\w+>\s*){1,2}<(?:td|dd)\b[^<>]{0,80}>(?:<\w+>)?$"
    r"|<[\w-]+\b[^<>]*?\b[Nn]ame=[\"']([^\"'<>]{1,80})[\"'][^<>]*>\s*<[Vv]alue\b[^<>]{0,80}>$"
    r"|(?:>|\n)\s*([^<>\n:]{1,60}?)\s*:\s*(?:</?[a-z]{1,8}>\s*){1,2}$"
    r"|<[a-z]{1,8}>\s*([^<>\n:]{1,60}?)\s*</[a-z]{1,8}>\s*:\s*<[a-z]{1,8}>$"
)

# `<b>NAME</b>: value`.
_LABEL = re.compile(r"<[a-z]{1,8}>\s*([^<>\n:]{1,60}?)\s*</[a-z]{1,8}>\s*:$")

NAMING_ATTRIBUTES = frozenset({"name", "key", "id", "env", "property", "variable", "header", "k", "field"})

# How far the walk looks past what says nothing: prefixes, blank lines, chained calls, long statements.
_PREFIXES = 8


_STEPS = 40
_GIVES_RIGHT_SIDE = ASSIGN | OPERATOR_SPELLINGS


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


def _before(tokens: Tokens, index: int, steps: list[Step]) -> int:
    """Return the token left of `index` that it depends on, `NONE` where its statement starts."""
    left = index - 1
    while left >= max(0, index - _PREFIXES) and _is_prefix(tokens, left):
        left -= 1
    if left >= 0 and tokens.raw(left) in {";", "return"}:
        return tokens.parents[index]
    if left < 0 or tokens.kinds[left] is not Kind.NEWLINE:
        return left
    while left >= max(0, index - REACH) and tokens.kinds[left] is Kind.NEWLINE:
        left -= 1
    if left < 0:
        return NONE
    raw = tokens.raw(left)
    scalar = _block_scalar(tokens, left)
    if scalar != NONE:
        return scalar
    gives = tokens.kinds[left] is Kind.OPERATOR or raw in WORD_OPERATORS - {"else"}
    # The line assigns something itself where the one above it sets a variable to nothing: `KEY=` in a .env.
    gives = gives and not (steps and steps[-1].relation is Relation.NAME and steps[-1].operator == raw == "=")
    if raw in {'"""', "'''"} or (gives and raw in _GIVES_RIGHT_SIDE):
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
    left = _before(tokens, index, steps)
    if left == NONE:
        return NONE
    raw, kind = tokens.raw(left), tokens.kinds[left]
    if left == tokens.parents[index] or kind is Kind.COMMA:
        if (
            kind is Kind.COMMA
            and tokens.parents[index] == NONE
            and any(s.relation is Relation.NAME for s in steps)
        ):
            return NONE  # another item of a list that no bracket holds
        target = tuple_operator(tokens, index) if kind is Kind.COMMA else NONE
        if target == NONE:
            return _cross(tokens, index, steps)
        steps.append(Step(Relation.TUPLE, position=tokens.ordinals[index] - tokens.ordinals[target]))
        return _assignment(tokens, target, tokens.raw(target), steps)
    if kind is Kind.OPERATOR:
        return _operator(tokens, left, raw, steps)
    if tokens.prefix and kind in {Kind.WORD, Kind.STRING, Kind.CLOSE} and _is_argument(tokens, index):
        return _cross(tokens, index, steps)
    if kind is Kind.WORD:
        return _word(tokens, left, raw, steps)
    if kind is Kind.STRING:
        return _attribute(tokens, index, left, steps)
    if raw == ">" and (asked := _asked(tokens, left)) != NONE:
        return _word(tokens, asked, tokens.raw(asked), steps)
    if raw == ">":
        return _markup(tokens, left, steps)
    if raw == "/" and tokens.raw(left - 1) == "/":
        return _fallback(tokens, left - 1, "//", steps)
    if raw == "%" and tokens.raw(left - 1) == "||":
        return _fallback(tokens, left - 1, "%||%", steps)
    if kind is Kind.NEWLINE:
        return tokens.parents[index] if tokens.parents[index] == NONE else _cross(tokens, index, steps)
    return left


def _is_argument(tokens: Tokens, index: int) -> bool:
    """Return whether the token at `index` is an argument of a call whose callee stands in the bracket."""
    opened = tokens.parents[index]
    return (
        opened != NONE
        and tokens.raw(opened) == "("
        and not tokens.raw(opened + 1).startswith(("def", "setq"))
    )


def _operator(tokens: Tokens, left: int, raw: str, steps: list[Step]) -> int:
    if (
        raw == "."
        and tokens.ends[left - 1] == tokens.starts[left]
        and tokens.starts[left + 1] > tokens.ends[left]
    ):
        return NONE  # the end of a sentence: code has blanks on both sides or on none
    if raw == "=" and left >= 2 and tokens.raw(left - 1) == "/" and tokens.raw(left - 2) == "/":
        return _assignment(tokens, left - 2, "//=", steps)
    if raw in {"?=", "||=", "??="}:
        return _assignment(tokens, left, raw, steps)
    if raw in OPERATOR_SPELLINGS:
        return _fallback(tokens, left, raw, steps)
    if raw in {":-", ":=", ":"} and in_template(tokens, left):
        return _fallback(tokens, left, raw, steps)
    if raw == ":" and (question := conditional(tokens, left)) != NONE:
        start = segment_start(tokens, question)
        name = lookup_name(tokens, question + 1, left) or lookup_name(tokens, start, question)
        steps.append(Step(Relation.FALLBACK, name, operator="?:"))
        return start
    if raw == ":" and tokens.raw(head := segment_start(tokens, left)) == "lambda":
        return head
    if (
        raw == ":"
        and tokens.raw(left - 1) == ">"
        and (label := _LABEL.search(tokens.text, *_reach(tokens, left)))
    ):
        steps.append(Step(Relation.NAME, label[1], operator="<"))
        return NONE
    if raw in ASSIGN:
        return _assignment(tokens, left, raw, steps)
    return left


def _reach(tokens: Tokens, index: int) -> tuple[int, int]:
    return max(0, tokens.starts[index] - 300), tokens.ends[index]


def _attribute(tokens: Tokens, index: int, left: int, steps: list[Step]) -> int:
    """Read `key="NAME"` before `value="…"`, `set "NAME" "…"`; other strings beside are no names."""
    if (
        left >= 2
        and tokens.raw(left - 1) in {"=", ":"}
        and tokens.word(left - 2).lower() in NAMING_ATTRIBUTES
    ):
        steps.append(Step(Relation.NAME, tokens.word(left), operator="<"))
        return left
    if left >= 2 and tokens.raw(left - 1) == "=":
        return left - 2
    if left and tokens.raw(left - 1).lower() in SETTING_COMMANDS and "=" not in tokens.word(left):
        steps.append(Step(Relation.NAME, tokens.word(left), operator=" "))
        return left - 1
    return NONE if tokens.parents[index] == NONE else _cross(tokens, index, steps)


def _word(tokens: Tokens, left: int, raw: str, steps: list[Step]) -> int:
    if raw.lower() in WORD_OPERATORS or is_receiver_default(raw):
        return _fallback(tokens, left, raw.lower(), steps)
    if raw == "to" and tokens.kinds[left - 1] is Kind.STRING:  # Kotlin's pairs
        steps.append(Step(Relation.NAME, tokens.word(left - 1), operator="to"))
        return left - 1
    if raw in CALL_WORDS:
        return left
    # `ENV NAME value`, `--flag value`, `setx NAME value`, and prose: "secret key is value"
    start = left
    while start > 0 and left - start < 3 and tokens.kinds[start - 1] is Kind.WORD:
        if tokens.raw(start)[0] in "-:$" or not tokens.raw(start - 1).isalpha():
            break
        start -= 1
    steps.append(Step(Relation.NAME, " ".join(tokens.raw(i) for i in range(start, left + 1)), operator=" "))
    return start


def _asked(tokens: Tokens, index: int) -> int:
    """Return the last word before the sign of a prompt at `index`: `Enter your secret key >>> value`."""
    last = index
    while last > max(0, index - _PREFIXES) and tokens.raw(last) == ">":
        last -= 1
    return last if index - last > 1 and tokens.kinds[last] is Kind.WORD else NONE


def _assignment(tokens: Tokens, operator: int, raw: str, steps: list[Step]) -> int:
    start = segment_start(tokens, operator, target=True)
    name = target_name(tokens, start, operator, raw)
    labelled = operator >= 2 and tokens.raw(operator - 2) == "~"
    if labelled and is_default_keyword(tokens.word(operator - 1)):
        return _fallback(tokens, operator - 2, "~", steps)  # OCaml's `~default:"…"`
    if start and tokens.kinds[start - 1] is Kind.COMMA and raw in {"=", ":="}:
        name = member_name(tokens, operator, steps) or name
    if raw in OPERATOR_SPELLINGS:
        steps.append(Step(Relation.FALLBACK, name, operator=raw))
    if name:
        holder = holder_text(tokens, start, operator)
        steps.append(Step(Relation.NAME, name, operator=raw, holder=holder))
    return start if start < operator else operator


def _fallback(tokens: Tokens, operator: int, raw: str, steps: list[Step]) -> int:
    start = segment_start(tokens, operator)
    name = lookup_name(tokens, start, operator, whole=in_template(tokens, operator))
    steps.append(Step(Relation.FALLBACK, name, operator=raw))
    return start if start < operator else operator


def _cross(tokens: Tokens, index: int, steps: list[Step]) -> int:
    """Step out of the bracket that holds token `index`."""
    opened = tokens.parents[index]
    if opened == NONE:
        return index - 1 if tokens.kinds[index - 1] is Kind.COMMA and index else NONE
    ordinal, bracket = tokens.ordinals[index], tokens.raw(opened)
    head = header_start(tokens, opened)
    callee = callee_text(tokens, head, opened) if bracket == "(" else ""
    if bracket == "(" and opens_with_callee(tokens, opened, index, callee):
        steps.append(Step(Relation.ARGUMENT, tokens.raw(opened + 1), ordinal, opened))
        return opened
    if bracket == "(" and callee:
        steps.append(Step(Relation.ARGUMENT, callee, ordinal, opened))
        if ordinal == 0 and is_receiver_default(callee):
            steps.append(Step(Relation.FALLBACK, lookup_name(tokens, head, opened - 1), operator="method"))
        return head
    start = tokens.starts[head]
    header = tokens.text[start : min(tokens.starts[opened], start + 2 * LONGEST_HEADER)].strip()[
        :LONGEST_HEADER
    ]
    if bracket == "{" and header:
        steps.append(Step(Relation.BLOCK, header, ordinal, opened))
        return head
    steps.append(Step(Relation.ELEMENT, header, ordinal, opened))
    return opened


def _markup(tokens: Tokens, closing: int, steps: list[Step]) -> int:
    """Read `<tag name="…">` before a value: its attribute called name, key or id, and its own name."""
    beside = _NAMED_ELEMENT.search(tokens.text, *_reach(tokens, closing))
    if beside:
        steps.append(Step(Relation.NAME, beside[beside.lastindex or 0], operator="<"))
    opening = next((i for i in range(closing - 1, max(-1, closing - 40), -1) if tokens.raw(i) == "<"), NONE)
    if opening == NONE or tokens.raw(opening + 1) == "/":
        return NONE
    for i in range(opening + 2, closing - 1):
        if tokens.word(i).lower() in NAMING_ATTRIBUTES and tokens.raw(i + 1) == "=":
            steps.append(Step(Relation.NAME, tokens.word(i + 2), operator="<"))
    steps.append(Step(Relation.NAME, tokens.word(opening + 1), operator="<"))
    return NONE
