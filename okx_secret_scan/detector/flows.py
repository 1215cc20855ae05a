"""Follows names to where they are used: `k = "…"` is a key if `k` stands where a client takes its key.

A use gets the nearest assignment above it, in its own function or outside of all. In texts that hold the
literal of a key or secret key without a telling name, each name that is given a short literal is followed;
elsewhere those alone that stand in the place of a passphrase.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import NamedTuple

from okx_secret_scan.detector.assignments import (
    assigned,
    definitions_of,
    is_look_up,
    is_parameter,
    plain,
    sources_of,
)
from okx_secret_scan.detector.binding import Binding, bind
from okx_secret_scan.detector.brackets import arguments, keywords
from okx_secret_scan.detector.interpolated import interpolated
from okx_secret_scan.detector.labels import variable_of
from okx_secret_scan.detector.lexer import NONE, Kind, Tokens
from okx_secret_scan.detector.names import read_name, split_words
from okx_secret_scan.detector.outline import Outline
from okx_secret_scan.detector.ownership import Ownership, ownership
from okx_secret_scan.detector.passphrases import LONGEST, SHORTEST
from okx_secret_scan.detector.providers import Owner
from okx_secret_scan.detector.qualifiers import OTHER_THINGS
from okx_secret_scan.detector.roles import Role
from okx_secret_scan.detector.shapes import keys_and_secrets
from okx_secret_scan.detector.steps import Relation, Trail
from okx_secret_scan.detector.trail import climb
from okx_secret_scan.model import EnvFallback

_TAKES = frozenset({"(", "[", "{", ",", ":", "=", ":=", "=>", "<-"})
# What is shown or checked where a passphrase is asked for.
_WORDING = frozenset(
    """
    description error help hint label message msg pattern placeholder regex regexp rule rules schema text
    title tooltip type validator
    """.split()  # noqa: SIM905 - a word list reads better as words
)
_OWN_CLASS = frozenset({"self", "Self", "static"})  # `self::NAME`
_USES = 400  # that are looked at in a text, so that its cost stays that of its size
_BEHIND = 16  # tokens behind a name that asks for a passphrase
_NEAR = 24  # tokens between a name and the literal that it is given
_ACCOUNT = re.compile(r"(?i)client|exchange|account|connect|cred")


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


def flows(tokens: Tokens, outline: Outline, name_parts: Sequence[int]) -> Flows:
    """Return where the literals of a text go; `name_parts` say where passphrases may be asked for."""
    found = Flows()
    literals = _literals(tokens, outline, name_parts)
    if not literals:
        return found
    definitions = definitions_of(tokens, outline, literals)
    for index in _uses(tokens, definitions.keys()):
        sources = sources_of(definitions[plain(tokens.word(index))], tokens.starts[index], outline)
        flow = _flow(tokens, outline, index) if sources else None
        if flow is not None:
            found.sources[index] = sources[0]
            found.add(sources, flow)
    for offset, name, binding, owner in islice(interpolated(tokens.text), _USES):
        found.add(sources_of(definitions.get(name, []), offset, outline), Flow(binding, owner, NONE))
    return found


def _literals(tokens: Tokens, outline: Outline, name_parts: Sequence[int]) -> dict[int, str]:
    """Return the names of the literals that may flow, by token."""
    names: dict[int, str] = {}
    unnamed: list[int] = []
    for match in keys_and_secrets(tokens.text):
        index = bisect_right(tokens.starts, match.start()) - 1
        name = assigned(tokens, index) if _is_all(tokens, index, match) else None
        if name is None:
            unnamed.append(match.end())
        elif not _says(name):
            names[index] = name
    wanted = None if names else _passphrases(tokens, outline, sorted({*name_parts, *unnamed}))
    for index in _short_strings(tokens, wanted):
        name = assigned(tokens, index) if index not in names else None
        if name is not None and (wanted is None or name in wanted):
            names[index] = name
    return names


def _passphrases(tokens: Tokens, outline: Outline, asked: Sequence[int]) -> Set[str]:
    """Return the names that stand for a passphrase behind one of the offsets `asked` and do not say so."""
    if not asked:
        return frozenset()
    inside = islice(interpolated(tokens.text), _USES)
    found = {name for _, name, binding, _ in inside if binding.role is Role.PASSPHRASE}
    for index in islice(_untelling(tokens, asked), _USES):
        flow = _flow(tokens, outline, index)
        if flow is not None and flow.binding.role is Role.PASSPHRASE:
            found.add(plain(tokens.word(index)))
    return found


def _untelling(tokens: Tokens, asked: Sequence[int]) -> Iterator[int]:
    """Yield the words shortly behind the offsets `asked` that are all of a value and do not say of what."""
    seen = 0
    for offset in asked:
        first = max(seen, bisect_left(tokens.starts, offset))
        seen = max(seen, min(first + _BEHIND, len(tokens)))
        for index in range(first, seen):
            if tokens.kinds[index] is not Kind.WORD or not _takes(tokens, index):
                continue
            name = plain(tokens.word(index))
            if name.isidentifier() and not _speaks(name) and not is_parameter(tokens, index):
                yield index


def _short_strings(tokens: Tokens, names: Set[str] | None) -> Iterator[int]:
    """Yield the strings that could be passphrases; of `names`, only those that one of them stands before."""
    if names is not None and not names:
        return
    last = -_NEAR
    for index, kind in enumerate(tokens.kinds):
        if names is None or (kind is Kind.WORD and plain(tokens.word(index)) in names):
            last = index
        if kind is Kind.STRING and index - last < _NEAR and SHORTEST <= len(tokens.word(index)) <= LONGEST:
            yield index


def _is_all(tokens: Tokens, index: int, match: re.Match[str]) -> bool:
    return index >= 0 and tokens.content(index) == match.span()


def _says(name: str) -> bool:
    read = read_name(name)
    return read.about or (read.role is not None and not read.weak)


def _speaks(name: str) -> bool:
    """Return whether a name says what it holds, be it a rule or a message about a passphrase."""
    return _says(name) or not _WORDING.isdisjoint(split_words(name)[-1:])


def _uses(tokens: Tokens, names: Set[str]) -> Iterator[int]:
    """Yield the words that are all of an argument or value and one of `names`."""
    left = _USES
    for index, kind in enumerate(tokens.kinds):
        if kind is not Kind.WORD or not index or not left:
            continue
        word = tokens.word(index)
        if plain(word) not in names or not _takes(tokens, index) or is_parameter(tokens, index):
            continue
        left -= 1
        yield index


def _takes(tokens: Tokens, index: int) -> bool:
    before = index - 1
    if before > 0 and tokens.raw(before) == "::" and tokens.raw(before - 1) in _OWN_CLASS:
        before -= 2
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
    own = read_name(plain(tokens.word(index)))
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
    elif env is None and trail.steps and is_look_up(trail.steps[0]):
        env = EnvFallback(variable_of(" ".join(arguments(tokens, trail.steps[0].bracket, 1))))
    return replace(flow.binding, env=env)
