"""A slot: a value in a text and all that is known of its place, read from the structure around it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from okx_secret_scan.detector import shapes, views, vocabulary
from okx_secret_scan.detector.asking import ANYWHERE
from okx_secret_scan.detector.binding import Binding, bind
from okx_secret_scan.detector.cues import KEYED_BEHIND, LONGEST_PIPE, PIPED
from okx_secret_scan.detector.defaults import implied_default
from okx_secret_scan.detector.dialects import Dialect
from okx_secret_scan.detector.flows import Flow, Flows, bound, flows, replaces
from okx_secret_scan.detector.forms import with_forms
from okx_secret_scan.detector.guards import looked_up
from okx_secret_scan.detector.lexer import NONE, Kind, Tokens, tokenize
from okx_secret_scan.detector.literals import Literal, read_literal
from okx_secret_scan.detector.names import Name, read_name
from okx_secret_scan.detector.outline import Outline
from okx_secret_scan.detector.ownership import Ownership, ownership
from okx_secret_scan.detector.passphrases import LONGEST, SHORTEST
from okx_secret_scan.detector.providers import Owner, owner_of
from okx_secret_scan.detector.roles import Role
from okx_secret_scan.detector.sdks import client_of
from okx_secret_scan.detector.steps import Relation, Step, Trail
from okx_secret_scan.detector.trail import climb
from okx_secret_scan.detector.views import View
from okx_secret_scan.model import EnvFallback


@dataclass(frozen=True, slots=True)
class Slot:
    """A value and all that is known of its place; `start` and `end` span it in the root text."""

    value: str
    start: int
    end: int
    shape: Role | None
    binding: Binding
    ownership: Ownership | None
    containers: tuple[int, ...]
    encoding: str | None = None
    bare: bool = False
    passphrase: Literal | None = None

    @property
    def name(self) -> Name | None:
        """The name that binds the value."""
        return self.binding.name

    @property
    def role(self) -> Role | None:
        """The role that the name or call gives the value."""
        return self.binding.role


class Outer(NamedTuple):
    """What is known of the string that holds a nested view."""

    ownership: Ownership | None = None
    containers: tuple[int, ...] = ()
    env: EnvFallback | None = None
    name: Name | None = None
    encodings: tuple[str, ...] = ()


@dataclass
class Reading:
    """One view while it is read."""

    view: View
    dialect: Dialect
    outer: Outer
    depth: int
    tokens: Tokens = field(init=False)
    outline: Outline = field(init=False)
    name_parts: list[int] = field(init=False)
    flows: Flows = field(init=False)
    encoded_until: int = 0

    def __post_init__(self) -> None:
        tokens = tokenize(self.view.text, flat=self.dialect.flat, raw_single=self.dialect.raw_single)
        self.tokens = with_forms(tokens) if self.dialect.prefix else tokens
        self.outline = Outline(self.view.text, self.dialect)
        parts = vocabulary.asked(ANYWHERE, self.view.text)
        self.name_parts = [match.start() for match in parts]
        self.flows = flows(self.tokens, self.outline, self.name_parts)


LONGEST_ENCODED = 90
_ELEMENT_KEY = re.compile(r"<([A-Za-z][\w.-]*)\s(?:[^<>]*\s)?(?::|v-bind:)?key=[{\"'`]{1,3}$")
_LONGEST_ELEMENT = 300


_SHORTEST_ENCODED = 12


def shape_of(value: str) -> Role | None:
    if shapes.is_key(value):
        return Role.KEY
    return Role.SECRET if shapes.is_secret(value) else None


def passphrase_slots(slot: Slot, text: str, *, form: bool = False) -> Iterator[Slot]:
    """Yield the slot of a passphrase, decoded where its text is the encoding of another."""
    if slot.role is not Role.PASSPHRASE:
        return
    decoded = views.decode_text(text) if len(text) >= _SHORTEST_ENCODED or form else None
    if decoded is not None and (form or "percent" not in decoded.encoding):
        encoding = "+".join(filter(None, [slot.encoding, decoded.encoding]))
        slot = replace(slot, value=decoded.text.rstrip("\r\n"), encoding=encoding)
    if SHORTEST <= len(slot.value) <= LONGEST:
        yield slot


def token_at(tokens: Tokens, offset: int) -> int:
    """Return the first token that starts at `offset` or behind it; the last one if none does."""
    return min(bisect_left(tokens.starts, offset), len(tokens) - 1)


def slot_at(
    reading: Reading,
    index: int,
    literal: Literal,
    shape: Role | None,
    encoding: str | None = None,
) -> Slot:
    tokens, outline, outer = reading.tokens, reading.outline, reading.outer
    trail = _with_target(tokens, literal, climb(tokens, index))
    binding = bind(tokens, outline, trail)
    if binding.role is None and binding.name is None and outer.name is not None and reading.depth:
        binding = replace(binding, name=outer.name, role=outer.name.role)
    binding = _in_place_of(outline, trail, binding, literal, shape)
    if not reading.dialect.tags and is_element_key(tokens.text, literal.start, binding):
        binding = Binding()
    flow = reading.flows.of.get(index)
    if flow is not None and not replaces(flow, binding, shape):
        flow = None
    owner = ownership(tokens, outline, trail, binding, literal.start) or outer.ownership
    if flow is not None:
        binding = bound(tokens, flow, binding, trail)
        owner = flow.ownership or owner
    encodings = (*outer.encodings, *((encoding,) if encoding else ()))
    span = (literal.start, literal.end)
    env = binding.env or outer.env or implied_default(tokens, outline, reading.dialect, trail, binding, span)
    root = reading.view.root
    return Slot(
        value=literal.value,
        start=root(literal.start),
        end=root(literal.end),
        shape=shape,
        binding=replace(binding, env=env),
        ownership=owner,
        containers=containers_of(reading, trail, flow),
        encoding="+".join(encodings) or None,
        passphrase=_passphrase_argument(reading, literal, binding, shape),
    )


def _in_place_of(
    outline: Outline, trail: Trail, binding: Binding, literal: Literal, shape: Role | None
) -> Binding:
    """Bind a value to the look-up that found nothing before it is given, if there is one."""
    if binding.call is not None or (binding.env is not None and binding.env.variable is not None):
        return binding
    name = looked_up(outline, trail, literal.start, literal.end, binding.role or shape)
    if name is None:
        return binding
    own = binding.name
    telling = own is not None and binding.role is not None and not own.weak and own.owner is not None
    bound = binding if telling else replace(binding, name=name, role=name.role)
    return replace(bound, env=EnvFallback(name.text))


def is_element_key(text: str, start: int, binding: Binding) -> bool:
    """Return whether a value is the `key` by which JSX or Vue tell elements of a list apart."""
    if binding.name is None or binding.name.text.lower() not in {"key", ":key", "v-bind:key"}:
        return False
    element = _ELEMENT_KEY.search(text, max(0, start - _LONGEST_ELEMENT), start)
    return element is not None and owner_of(element[1]) is not Owner.OKX


def _with_target(tokens: Tokens, literal: Literal, trail: Trail) -> Trail:
    """Add the name on the right of a value: `"value" -> name`, `'value' AS name`, `echo value | … NAME`."""
    arrow = literal.last + 1
    piped = PIPED.match(tokens.text, literal.end, literal.end + LONGEST_PIPE)
    behind = KEYED_BEHIND.match(tokens.text, literal.end, literal.end + LONGEST_PIPE)
    if behind:
        return replace(trail, steps=(Step(Relation.NAME, behind[1], operator="->"), *trail.steps))
    if piped and read_name(piped[1]).role is not None:
        return replace(trail, steps=(Step(Relation.NAME, piped[1], operator="->"), *trail.steps))
    if trail.steps and literal.last < len(tokens) and tokens.kinds[literal.last] is Kind.STRING:
        first = trail.steps[0]
        if (
            first.bracket >= 0
            and first.position != tokens.ordinals[literal.last] >= 0
            and literal.offsets is not None
        ):
            trail = replace(trail, steps=trail.steps[1:])  # the call that joins the pieces
    if arrow + 1 >= len(tokens) or tokens.raw(arrow).lower() not in {"->", "as"}:
        return trail
    if (
        any(step.relation is Relation.NAME for step in trail.steps)
        or tokens.kinds[arrow + 1] is not Kind.WORD
    ):
        return trail
    return replace(trail, steps=(Step(Relation.NAME, tokens.word(arrow + 1), operator="->"), *trail.steps))


def containers_of(reading: Reading, trail: Trail, flow: Flow | None = None) -> tuple[int, ...]:
    """Return the root offsets of all that holds a value, innermost first, ending in the whole text (-1)."""
    root = reading.view.root
    brackets = {root(reading.tokens.starts[s.bracket]) for s in trail.steps if s.bracket >= 0}
    if flow is not None and flow.bracket >= 0:
        brackets.add(root(reading.tokens.starts[flow.bracket]))
    outline = reading.outline
    blocks = {root(block.start) for block in outline.blocks(trail.statement) if outline.holds_more(block)}
    return (*sorted(brackets | blocks | set(reading.outer.containers) - {NONE}, reverse=True), NONE)


def _passphrase_argument(
    reading: Reading, anchor: Literal, binding: Binding, shape: Role | None
) -> Literal | None:
    """Return the unnamed literal that is the passphrase of the set of `anchor`, in root offsets.

    A known client says at which place it stands; elsewhere it follows the secret key, or stands between it
    and the key of a call, as in OKX's own samples of a login.
    """
    if binding.positional is None or shape is None:
        return None
    bracket, own = binding.positional
    client = client_of(binding.call) if binding.call else None
    if client and Role.PASSPHRASE in client.order:
        found = _string_at(reading, bracket, client.order.index(Role.PASSPHRASE), anchor)
    elif shape is Role.SECRET and (binding.role in {None, Role.SECRET} or binding.name is not None):
        found = _string_at(reading, bracket, own + 1, anchor)
        key = _string_at(reading, bracket, own - 2, anchor)
        of_call = reading.tokens.raw(bracket) == "("
        if found is None and of_call and key is not None and shapes.is_key(key.value):
            found = _string_at(reading, bracket, own - 1, anchor)
    else:
        return None
    root = reading.view.root
    return replace(found, start=root(found.start), end=root(found.end)) if found else None


def _string_at(reading: Reading, bracket: int, place: int, anchor: Literal) -> Literal | None:
    """Return the literal at a place of a bracket, or that of a variable there, unless it is `anchor`."""
    tokens = reading.tokens
    closing = tokens.partners.get(bracket, len(tokens))
    for i in range(bracket + 1, min(closing, bracket + 400)):
        source = reading.flows.sources.get(i, i)
        here = tokens.kinds[source] is Kind.STRING and not anchor.start <= tokens.starts[source] < anchor.end
        if here and tokens.parents[i] == bracket and tokens.ordinals[i] == place:
            return read_literal(tokens, source)
    return None
