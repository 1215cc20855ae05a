"""Which literals a name is given, and which of them a use of the name may get."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from okx_secret_scan.detector.brackets import has_commas
from okx_secret_scan.detector.cues import WRAPPER
from okx_secret_scan.detector.lexer import NONE, Kind, Tokens
from okx_secret_scan.detector.outline import Outline
from okx_secret_scan.detector.steps import Relation, Step
from okx_secret_scan.detector.trail import climb

_OF_OBJECT = re.compile(
    r"^(?:self\.|this\.|cls\.|local\.|@|\$(?:this->)?)|\.(?:encode|decode|strip|trim|getBytes|clone|to_string|toString|to_owned|into|as_str)$"
)
_GIVES = frozenset({"=", ":=", "<-"})
_TARGET = 12  # tokens of a target: `k, s, p = …`, `k: str = …`, `const k string = …`
_BRANCHES = 8  # assignments that one use may see
_FUNCTION = re.compile(
    r"\b(?:def|func|function|fn|fun|sub|proc)\b|=>\s*\{?$"
    r"|^(?!\W*(?:if|else|elif|for|foreach|while|switch|try|catch|with|using|match|class)\b)[^=]*\)[^;()=]*\{$"
)


class Definition(NamedTuple):
    """An assignment at `offset` in the function at `scope` or `NONE`; `literal` is its value's token."""

    offset: int
    scope: int
    literal: int


def plain(name: str) -> str:
    """Return a name without the object it is of and calls behind it: `wort` for `self.wort.encode`."""
    return _OF_OBJECT.sub("", _OF_OBJECT.sub("", name))


def assigned(tokens: Tokens, index: int) -> str | None:
    """Return the variable that the string at `index` is assigned to."""
    steps = climb(tokens, index).steps
    if steps and (steps[0].relation in {Relation.TUPLE, Relation.FALLBACK} or is_look_up(steps[0])):
        steps = steps[1:]
    if steps and _hands_on(tokens, steps[0]):
        steps = steps[1:]
    if not steps or steps[0].relation is not Relation.NAME:
        return None
    if steps[0].operator not in _GIVES and not _is_attribute(steps[0]):
        return None
    name = plain(steps[0].text.rsplit(" ", 1)[-1])
    return name if name.isidentifier() and not steps[0].holder else None


def _hands_on(tokens: Tokens, step: Step) -> bool:
    """Return whether a step is a call that only hands its argument on: `String::from("…")`."""
    wraps = step.relation is Relation.ARGUMENT and WRAPPER.fullmatch(step.text) is not None
    return wraps and not has_commas(tokens, step.bracket)


def _is_attribute(step: Step) -> bool:
    """Return whether a step is Elixir's `@name "value"`."""
    return step.operator == " " and step.text.startswith("@")


def is_look_up(step: Step) -> bool:
    """Return whether a value is what a look-up gives where it finds nothing: `os.getenv("K", "…")`."""
    return step.relation is Relation.ARGUMENT and step.position == 1 and "env" in step.text.lower()


def definitions_of(tokens: Tokens, outline: Outline, literals: dict[int, str]) -> dict[str, list[Definition]]:
    """Return the assignments to each name in reading order, parameters of functions among them."""
    names = set(literals.values())
    found: dict[str, list[Definition]] = {name: [] for name in names}
    for index, kind in enumerate(tokens.kinds):
        if kind is not Kind.WORD or (name := plain(tokens.word(index))) not in names:
            continue
        offset = tokens.starts[index]
        if is_parameter(tokens, index):
            found[name].append(Definition(offset, outline.starts[outline.line_of(offset)], NONE))
        elif _is_target(tokens, index):
            whole = tokens.word(index) != name and tokens.word(index)[0] != "$"
            scope = NONE if whole else next(iter(_functions(outline, offset)), NONE)
            found[name].append(Definition(offset, scope, NONE))
    offsets = {name: [d.offset for d in own] for name, own in found.items()}
    for index, name in literals.items():
        own = found[name]
        at = bisect_left(offsets[name], tokens.starts[index]) - 1
        if at >= 0:
            own[at] = own[at]._replace(literal=index)
    return found


def is_parameter(tokens: Tokens, index: int) -> bool:
    """Return whether the word at `index` is a parameter of a function that is defined there."""
    opened = tokens.parents[index]
    if opened == NONE or tokens.raw(opened) != "(" or opened not in tokens.partners:
        return False
    words = {tokens.raw(i) for i in range(max(0, opened - 2), opened)}
    if words & {"if", "while", "for", "switch", "foreach", "elif", "catch"}:
        return False
    closed = tokens.partners[opened]
    return tokens.raw(min(closed + 1, len(tokens) - 1)) in {"{", "=>", ":", "->"} or bool(
        words & {"def", "func", "function", "fn", "fun"}
    )


def _is_target(tokens: Tokens, index: int) -> bool:
    """Return whether the word at `index` is assigned to, alone or as one of several."""
    opened = tokens.parents[index]
    if opened != NONE and tokens.raw(opened) == "(" and tokens.raw(opened - 1) not in {"const", "var"}:
        return False
    if tokens.raw(index)[0] == "@" and tokens.kinds[min(index + 1, len(tokens) - 1)] is Kind.STRING:
        return True
    for at in range(index + 1, min(index + _TARGET, len(tokens))):
        raw = tokens.raw(at)
        if raw in _GIVES:
            return True
        if tokens.kinds[at] not in {Kind.WORD, Kind.COMMA, Kind.OPEN, Kind.CLOSE} and raw not in {
            ":",
            "|",
            "&",
            "*",
        }:
            return False
        if raw in {"(", ")", "{", "}"}:
            return False
    return False


def _functions(outline: Outline, offset: int) -> Iterator[int]:
    """Yield the offsets of the functions around `offset`, innermost first."""
    yield from (block.start for block in outline.blocks(offset) if _FUNCTION.search(block.label))


def _visible(definitions: list[Definition], offset: int, outline: Outline) -> list[Definition]:
    """Return the assignments a use at `offset` may see: the nearest above first, or the only one below.

    One that stands deeper than the use is that of a branch: what is above it may hold as well.
    """
    line = outline.line_of(offset)
    scopes = {NONE, outline.starts[line], *_functions(outline, offset)}
    above: list[Definition] = []
    below: list[Definition] = []
    for definition in reversed(definitions):
        if len(above) == _BRANCHES:
            break
        if definition.scope not in scopes:
            continue
        if definition.offset > offset:
            below.append(definition)
            continue
        above.append(definition)
        if outline.indent(outline.line_of(definition.offset)) <= outline.indent(line):
            break
    return above or (below if len(below) == 1 else [])


def sources_of(definitions: list[Definition], offset: int, outline: Outline) -> list[int]:
    """Return the literals that a use at `offset` may get, the nearest first."""
    return [d.literal for d in _visible(definitions, offset, outline) if d.literal != NONE]
