"""Follows names to where they are used: `k = "…"` is a key if `k` stands where a client takes its key.

Only texts that hold the literal of a key or secret key are followed, and in them only names that are given a
literal. A use gets the nearest assignment above it, in its own function or outside of all.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Set
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import NamedTuple

from okx_secret_scan.detector.binding import Binding, bind
from okx_secret_scan.detector.brackets import arguments, keywords
from okx_secret_scan.detector.interpolated import interpolated
from okx_secret_scan.detector.labels import variable_of
from okx_secret_scan.detector.lexer import NONE, Kind, Tokens
from okx_secret_scan.detector.names import Role, read_name, split_words
from okx_secret_scan.detector.outline import Outline
from okx_secret_scan.detector.ownership import Ownership, ownership
from okx_secret_scan.detector.passphrases import LONGEST, SHORTEST
from okx_secret_scan.detector.providers import Owner
from okx_secret_scan.detector.qualifiers import OTHER_THINGS
from okx_secret_scan.detector.shapes import KEY_OR_SECRET
from okx_secret_scan.detector.steps import Relation, Step, Trail
from okx_secret_scan.detector.trail import climb
from okx_secret_scan.model import EnvFallback

_OF_OBJECT = re.compile(
    r"^(?:self\.|this\.|@|\$(?:this->)?)|\.(?:encode|strip|trim|getBytes|clone|to_string)$"
)
_GIVES = frozenset({"=", ":="})
_TAKES = frozenset({"(", "[", "{", ",", ":", "=", ":=", "=>"})
_TARGET = 12  # tokens of a target: `k, s, p = …`, `k: str = …`, `const k string = …`
_BRANCHES = 8  # assignments that one use may see
_USES = 400  # that are looked at in a text, so that its cost stays that of its size
_ACCOUNT = re.compile(r"(?i)client|exchange|account|connect|cred")
_FUNCTION = re.compile(
    r"\b(?:def|func|function|fn|fun|sub|proc)\b|=>\s*\{?$"
    r"|^(?!\W*(?:if|else|elif|for|foreach|while|switch|try|catch|with|using|match|class)\b)[^=]*\)[^;()=]*\{$"
)


class Flow(NamedTuple):
    """How the name of a literal is used: bound and owned as the literal would be in that place.

    `bracket` is the token index of the bracket of the use, `NONE` without one.
    """

    binding: Binding
    ownership: Ownership | None
    bracket: int


@dataclass
class Flows:
    """Where literals go: `of` tells the use of a literal, `sources` the literal of a use, all by token."""

    of: dict[int, Flow] = field(default_factory=dict)
    sources: dict[int, int] = field(default_factory=dict)

    def add(self, literals: list[int], flow: Flow) -> None:
        """Note that `literals` go where `flow` says, unless a known use says more."""
        for literal in literals:
            known = self.of.get(literal)
            if known is None or _weight(flow) > _weight(known):
                self.of[literal] = flow


class _Definition(NamedTuple):
    """An assignment at `offset` in the function at `scope` or `NONE`; `literal` is its value's token."""

    offset: int
    scope: int
    literal: int


def flows(tokens: Tokens, outline: Outline) -> Flows:
    """Return where the literals of a text go, nothing if every key has a telling name."""
    found = Flows()
    literals = _literals(tokens)
    if not literals:
        return found
    definitions = _definitions(tokens, outline, literals)
    for index in _uses(tokens, definitions.keys()):
        sources = _sources(definitions[_plain(tokens.word(index))], tokens.starts[index], outline)
        flow = _flow(tokens, outline, index) if sources else None
        if flow is not None:
            found.sources[index] = sources[0]
            found.add(sources, flow)
    for offset, name, binding, owner in islice(interpolated(tokens.text), _USES):
        found.add(_sources(definitions.get(name, []), offset, outline), Flow(binding, owner, NONE))
    return found


def _sources(definitions: list[_Definition], offset: int, outline: Outline) -> list[int]:
    """Return the literals that a use at `offset` may get, the nearest first."""
    return [d.literal for d in _visible(definitions, offset, outline) if d.literal != NONE]


def _plain(name: str) -> str:
    return _OF_OBJECT.sub("", _OF_OBJECT.sub("", name))


def _literals(tokens: Tokens) -> dict[int, str]:
    """Return the names of the literals that may flow, by token; none if every key has a telling name."""
    names: dict[int, str] = {}
    for match in KEY_OR_SECRET.finditer(tokens.text):
        index = bisect_right(tokens.starts, match.start()) - 1
        name = _assigned(tokens, index) if _is_all(tokens, index, match) else None
        if name is not None and not _says(name):
            names[index] = name
    if names:
        for index, kind in enumerate(tokens.kinds):
            if kind is Kind.STRING and SHORTEST <= len(tokens.word(index)) <= LONGEST and index not in names:
                name = _assigned(tokens, index)
                if name is not None:
                    names[index] = name
    return names


def _is_all(tokens: Tokens, index: int, match: re.Match[str]) -> bool:
    return index >= 0 and tokens.content(index) == match.span()


def _says(name: str) -> bool:
    read = read_name(name)
    return read.about or (read.role is not None and not read.weak)


def _assigned(tokens: Tokens, index: int) -> str | None:
    """Return the variable that the string at `index` is assigned to."""
    steps = climb(tokens, index).steps
    if steps and (steps[0].relation in {Relation.TUPLE, Relation.FALLBACK} or _is_look_up(steps[0])):
        steps = steps[1:]
    if not steps or steps[0].relation is not Relation.NAME or steps[0].operator not in _GIVES:
        return None
    name = _plain(steps[0].text.rsplit(" ", 1)[-1])
    return name if name.isidentifier() and not steps[0].holder else None


def _is_look_up(step: Step) -> bool:
    """Return whether a value is what a look-up gives where it finds nothing: `os.getenv("K", "…")`."""
    return step.relation is Relation.ARGUMENT and step.position == 1 and "env" in step.text.lower()


def _definitions(tokens: Tokens, outline: Outline, literals: dict[int, str]) -> dict[str, list[_Definition]]:
    """Return the assignments to each name in reading order, parameters of functions among them."""
    names = set(literals.values())
    found: dict[str, list[_Definition]] = {name: [] for name in names}
    for index, kind in enumerate(tokens.kinds):
        if kind is not Kind.WORD or (name := _plain(tokens.word(index))) not in names:
            continue
        offset = tokens.starts[index]
        if _is_parameter(tokens, index):
            found[name].append(_Definition(offset, outline.starts[outline.line_of(offset)], NONE))
        elif _is_target(tokens, index):
            whole = tokens.word(index) != name and tokens.word(index)[0] != "$"
            scope = NONE if whole else next(iter(_functions(outline, offset)), NONE)
            found[name].append(_Definition(offset, scope, NONE))
    offsets = {name: [d.offset for d in own] for name, own in found.items()}
    for index, name in literals.items():
        own = found[name]
        at = bisect_left(offsets[name], tokens.starts[index]) - 1
        if at >= 0:
            own[at] = own[at]._replace(literal=index)
    return found


def _is_parameter(tokens: Tokens, index: int) -> bool:
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
    for at in range(index + 1, min(index + _TARGET, len(tokens))):
        raw = tokens.raw(at)
        if raw in _GIVES:
            return True
        if tokens.kinds[at] not in {Kind.WORD, Kind.COMMA, Kind.OPEN, Kind.CLOSE} and raw not in {":", "|"}:
            return False
        if raw in {"(", ")", "{", "}"}:
            return False
    return False


def _functions(outline: Outline, offset: int) -> Iterator[int]:
    """Yield the offsets of the functions around `offset`, innermost first."""
    yield from (block.start for block in outline.blocks(offset) if _FUNCTION.search(block.label))


def _visible(definitions: list[_Definition], offset: int, outline: Outline) -> list[_Definition]:
    """Return the assignments a use at `offset` may see: the nearest above first, or the only one below.

    One that stands deeper than the use is that of a branch: what is above it may hold as well.
    """
    line = outline.line_of(offset)
    scopes = {NONE, outline.starts[line], *_functions(outline, offset)}
    above: list[_Definition] = []
    below: list[_Definition] = []
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


def _uses(tokens: Tokens, names: Set[str]) -> Iterator[int]:
    """Yield the words that are all of an argument or value and one of `names`."""
    left = _USES
    for index, kind in enumerate(tokens.kinds):
        if kind is not Kind.WORD or not index or not left:
            continue
        word = tokens.word(index)
        if _plain(word) not in names or not _takes(tokens, index) or _is_parameter(tokens, index):
            continue
        left -= 1
        yield index


def _takes(tokens: Tokens, index: int) -> bool:
    before = index - 1
    while before > 0 and tokens.kinds[before] is Kind.NEWLINE and index - before < 4:
        before -= 1
    if tokens.raw(before) not in _TAKES:
        return False
    after = index + 1
    return (
        after >= len(tokens)
        or tokens.kinds[after] in {Kind.COMMA, Kind.CLOSE, Kind.NEWLINE}
        or tokens.raw(after) in {";", "("}
    )


def _flow(tokens: Tokens, outline: Outline, index: int) -> Flow | None:
    """Read the place of a use as that of a literal; None if it says nothing of what it takes."""
    trail = climb(tokens, index)
    binding = bind(tokens, outline, trail)
    if binding.names_only or binding.env is not None:
        return None
    owner = ownership(tokens, outline, trail, binding, tokens.starts[index])
    ours = owner is not None and owner.owner is Owner.OKX
    if binding.role is None and (binding.positional is None or not (ours or _is_of_account(trail, owner))):
        return None
    own = read_name(_plain(tokens.word(index)))
    if not ours and (own.about or not OTHER_THINGS.isdisjoint(split_words(own.text))):
        return None
    bracket = next((step.bracket for step in trail.steps if step.bracket >= 0), NONE)
    if not ours and binding.name is not None and binding.name.text == "key":
        # Anything has a key, but not beside a secret key.
        beside = keywords(tokens, bracket) if bracket != NONE else {}
        if not any(read_name(name).role is Role.SECRET for name in beside):
            return None
    return Flow(binding, owner, bracket)


def _is_of_account(trail: Trail, owner: Ownership | None) -> bool:
    """Return whether a value is an argument of what connects to an exchange: `api.NewClient(k, s, p)`."""
    first = trail.steps[0]
    return owner is None and first.relation is Relation.ARGUMENT and _ACCOUNT.search(first.text) is not None


def _weight(flow: Flow) -> tuple[bool, bool, bool]:
    ours = flow.ownership is not None and flow.ownership.owner is Owner.OKX
    return ours and flow.binding.role is not None, flow.binding.role is not None, ours


def replaces(flow: Flow, own: Binding, shape: Role | None) -> bool:
    """Return whether a flow says more about a literal of `shape` than its own binding does."""
    role = flow.binding.role
    if role is not None and role is not (shape or Role.PASSPHRASE):
        return False
    if role is None and shape is None:
        return False
    name = own.name
    if name is not None and name.owner is not None and name.owner is not Owner.OKX:
        return False
    return (
        own.role is None or (name is not None and name.weak) or (shape is not None and own.role is not shape)
    )


def bound(tokens: Tokens, flow: Flow, own: Binding, trail: Trail) -> Binding:
    """Return the binding of a literal by a flow; its own `trail` tells the look-up whose default it is."""
    env = own.env
    if env is not None and env.variable is None:
        looked_up = next((step.text for step in trail.steps if step.relation is Relation.FALLBACK), "")
        env = EnvFallback(variable_of(looked_up))
    elif env is None and trail.steps and _is_look_up(trail.steps[0]):
        env = EnvFallback(variable_of(" ".join(arguments(tokens, trail.steps[0].bracket, 1))))
    return replace(flow.binding, env=env)
