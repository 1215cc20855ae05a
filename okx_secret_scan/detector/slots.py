"""Finds the places of a text that may hold a part of a credential, and reads how each is bound.

A slot is not yet a finding: `verdict` decides with all slots of a text at hand.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from okx_secret_scan.detector import shapes, tables, views, vocabulary
from okx_secret_scan.detector.bare import NAME_PART, bare_values
from okx_secret_scan.detector.binding import Binding, bind
from okx_secret_scan.detector.defaults import implied_default
from okx_secret_scan.detector.dialects import TEXT, Bare, Dialect
from okx_secret_scan.detector.idioms import TAG, is_default_keyword
from okx_secret_scan.detector.lexer import NONE, Kind, Tokens, tokenize
from okx_secret_scan.detector.literals import Literal, read_literal
from okx_secret_scan.detector.names import Name, Role, read_name
from okx_secret_scan.detector.outline import Outline
from okx_secret_scan.detector.ownership import Ownership, ownership
from okx_secret_scan.detector.passphrases import LONGEST, SHORTEST
from okx_secret_scan.detector.sdks import client_of
from okx_secret_scan.detector.steps import Relation, Step, Trail
from okx_secret_scan.detector.trail import climb
from okx_secret_scan.detector.views import View
from okx_secret_scan.model import EnvFallback

_LONGEST_ENCODED = 90
_SHORTEST_ENCODED = 12
_SHORTEST_NESTED = 40  # encoded texts shorter than this hold no key or secret key
_NESTING = 3
_TAG_REACH = 40  # tokens between a field of Go and its tag
_LOOK_BACK = 200
_LOOK_AHEAD = 120
_PIECE = re.compile(r"[0-9a-f-]{1,36}|[0-9A-F]{1,32}")
_CONTINUED = re.compile(r"[0-9A-Fa-f-]+(?:\\\r?\n[ \t]*[0-9A-Fa-f-]+){1,16}")
_BOUND_INSIDE = re.compile(
    r"(?i)(?:pass[-_ ]?(?:phrase|word)|api[-_ ]?pass)[\w\-.\]\"'\\]{0,80}\s{0,80}(?:[:=]|\|\s*default)|--?[\w.]{0,80}pass|\$\{|base64\s+-+d"
)
# Words in quotes of their own: Ruby's %w[…], Perl's qw(…).
_WORD_LIST = re.compile(r"(?:%[wWiI]|\bqw\s?)[\[({</|]([^\])}>/|\n]{60,400})[\])}>/|]")


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


@dataclass(frozen=True, slots=True)
class Outer:
    """What is known of the string that holds a nested view."""

    ownership: Ownership | None = None
    containers: tuple[int, ...] = ()
    env: EnvFallback | None = None
    name: Name | None = None
    encodings: tuple[str, ...] = ()


@dataclass
class _Reading:
    """One view while it is read."""

    view: View
    dialect: Dialect
    outer: Outer
    depth: int
    tokens: Tokens = field(init=False)
    outline: Outline = field(init=False)
    name_parts: list[int] = field(init=False)
    encoded_until: int = 0

    def __post_init__(self) -> None:
        self.tokens = tokenize(self.view.text, flat=self.dialect.flat, raw_single=self.dialect.raw_single)
        self.outline = Outline(self.view.text, self.dialect)
        self.name_parts = [match.start() for match in vocabulary.asking(NAME_PART).finditer(self.view.text)]


def find_slots(view: View, dialect: Dialect, outer: Outer | None = None, depth: int = 0) -> Iterator[Slot]:
    """Yield every slot of `view` and of the texts nested in its strings."""
    reading = _Reading(view, dialect, outer or Outer(), depth)
    tokens = reading.tokens
    consumed = NONE
    for index, kind in enumerate(tokens.kinds):
        if index <= consumed or kind not in {Kind.STRING, Kind.WORD}:
            continue
        if kind is Kind.STRING:
            literal = _literal(reading, index)
            if literal is not None:
                consumed = literal.last
                yield from _of_literal(reading, index, literal)
        else:
            yield from _of_word(reading, index)
    yield from _of_bare(reading)
    yield from _of_tables(reading)
    yield from _of_word_lists(reading)


def _literal(reading: _Reading, index: int) -> Literal | None:
    """Read the string at `index` if it could matter, None for the great many that cannot."""
    tokens = reading.tokens
    start, end = tokens.content(index)
    length = end - start
    if length == 0:
        return None
    text = tokens.text[start:end]
    if _PIECE.fullmatch(text) or "\\" in text or "&" in text or length >= 32:
        return read_literal(tokens, index)
    if length <= LONGEST and _near_passphrase_name(reading, start):
        return read_literal(tokens, index)
    if _BOUND_INSIDE.search(text):
        return read_literal(tokens, index)
    return None


def _near_passphrase_name(reading: _Reading, start: int) -> bool:
    name = reading.outer.name
    if name is not None and name.role is Role.PASSPHRASE:
        return True
    parts = reading.name_parts
    first = bisect_left(parts, start - _LOOK_BACK)
    return first < len(parts) and parts[first] <= start + _LOOK_AHEAD


def _of_literal(reading: _Reading, index: int, literal: Literal) -> Iterator[Slot]:
    if reading.tokens.raw(index)[0] == "`" and (tags := TAG.findall(literal.value)):
        yield from _of_tags(reading, index, literal, dict(tags))
        return
    shape = _shape(literal.value)
    if shape is not None:
        yield _slot(reading, index, literal, shape)
        return
    decoded = views.decode_text(literal.value)
    if decoded is not None and (inner := _shape(decoded.text)):
        yield _slot(reading, index, replace(literal, value=decoded.text), inner, decoded.encoding)
        return
    if decoded is not None and reading.depth < _NESTING and len(literal.value) >= _SHORTEST_NESTED:
        yield from _nested(reading, index, views.encoded(reading.view, literal, decoded), decoded.encoding)
    elif reading.depth < _NESTING and _holds_more(literal.value):
        yield from _nested(reading, index, views.inside(reading.view, literal), None)
    literal = _unquoted(literal)
    if len(literal.value) <= _LONGEST_ENCODED and _near_passphrase_name(reading, literal.start):
        yield from _of_passphrase(_slot(reading, index, literal, None), literal.value)


def _unquoted(literal: Literal) -> Literal:
    """Take off the quotes that belong to a string inside the string."""
    value, offsets = literal.value, literal.offsets
    if len(value) < 3 or value[0] != value[-1] or value[0] not in "\"'" or offsets is None:
        return literal
    return replace(
        literal, value=value[1:-1], start=offsets[1], end=offsets[len(value) - 1], offsets=offsets[1:-1]
    )


def _of_passphrase(slot: Slot, text: str, *, form: bool = False) -> Iterator[Slot]:
    """Yield the slot of a passphrase, decoded where its text is the encoding of another."""
    if slot.role is not Role.PASSPHRASE:
        return
    decoded = views.decode_text(text) if len(text) >= _SHORTEST_ENCODED or form else None
    if decoded is not None and (form or "percent" not in decoded.encoding):
        encoding = "+".join(filter(None, [slot.encoding, decoded.encoding]))
        slot = replace(slot, value=decoded.text, encoding=encoding)
    if SHORTEST <= len(slot.value) <= LONGEST:
        yield slot


def _holds_more(text: str) -> bool:
    return len(text) > 12 and (
        shapes.KEY_OR_SECRET.search(text) is not None
        or _BOUND_INSIDE.search(text) is not None
        or shapes.JWT.search(text) is not None
        or views.hides_value(text)
    )


def _shape(value: str) -> Role | None:
    if shapes.is_key(value):
        return Role.KEY
    return Role.SECRET if shapes.is_secret(value) else None


def _of_word(reading: _Reading, index: int) -> Iterator[Slot]:
    tokens = reading.tokens
    start, end = tokens.starts[index], tokens.ends[index]
    text = tokens.text
    continued = _CONTINUED.match(text, start) if text[end : end + 1] == "\\" else None
    if continued:
        end = continued.end()
    if start < reading.encoded_until or (end - start < 16 and "%" not in text[start : end + 1]):
        return
    word = re.sub(r"\\\s+", "", text[start:end])
    shape = _shape(word)
    if shape is not None:
        yield replace(_slot(reading, index, Literal(word, start, end, index), shape), bare=True)
        return
    run = views.encoded_run(tokens.text, start)
    decoded = views.decode_text(run) if run else None
    reading.encoded_until = start + len(run or "")
    if run is None or decoded is None:
        return
    literal = Literal(run, start, start + len(run), index)
    if inner := _shape(decoded.text):
        yield _slot(reading, index, replace(literal, value=decoded.text), inner, decoded.encoding)
    elif reading.depth < _NESTING and len(run) >= _SHORTEST_NESTED:
        yield from _nested(reading, index, views.encoded(reading.view, literal, decoded), decoded.encoding)


def _of_bare(reading: _Reading) -> Iterator[Slot]:
    for found in bare_values(reading.tokens, reading.dialect, reading.name_parts, nested=reading.depth > 0):
        literal = Literal(found.value, found.start, found.end, found.index)
        slot = replace(_slot(reading, found.index, literal, _shape(found.value)), bare=True)
        if found.env is not None:
            slot = _of_template(slot, found.env)
        if slot.shape is not None:
            yield slot
        else:
            yield from _of_passphrase(slot, found.value, form="%" in found.value)


def _of_template(slot: Slot, env: EnvFallback) -> Slot:
    """Name the default in `${NAME:-value}` by its variable."""
    name = read_name(env.variable or "")
    owner = Ownership(name.owner, f"name {name.text}", "name") if name.owner is not None else slot.ownership
    return replace(slot, binding=replace(slot.binding, name=name, role=name.role, env=env), ownership=owner)


def _of_tags(reading: _Reading, index: int, literal: Literal, tags: dict[str, str]) -> Iterator[Slot]:
    """Yield the default in a struct tag of Go: `env:"NAME" envDefault:"value"`, in any order."""
    field_name = next((reading.tokens.word(i) for i in _line_before(reading.tokens, index)), "")
    variable = next((tags[key] for key in tags if key in {"env", "envconfig", "koanf", "mapstructure"}), None)
    name = read_name((variable or "").split(",")[0] or field_name)
    for match in TAG.finditer(literal.value):
        if not is_default_keyword(match[1]) or name.role is None or not match[2]:
            continue
        part = Literal(match[2], literal.start + match.start(2), literal.start + match.end(2), index)
        slot = _slot(reading, index, part, _shape(match[2]))
        owner = slot.ownership
        if name.owner is not None:
            owner = Ownership(name.owner, f"name {name.text}", "name")
        binding = Binding(name, name.role, env=EnvFallback(variable.split(",")[0] if variable else None))
        slot = replace(slot, binding=binding, ownership=owner)
        if slot.shape is not None:
            yield slot
        else:
            yield from _of_passphrase(slot, match[2])


def _line_before(tokens: Tokens, index: int) -> Iterator[int]:
    """Yield the words left of `index` on its line, the first one first; on a long line the nearest."""
    start = index
    while start > max(0, index - _TAG_REACH) and tokens.kinds[start - 1] is not Kind.NEWLINE:
        start -= 1
    return (i for i in range(start, index) if tokens.kinds[i] is Kind.WORD)


def _of_word_lists(reading: _Reading) -> Iterator[Slot]:
    """Yield the values of a list of bare words: a key, a secret key and what follows it."""
    for words in _WORD_LIST.finditer(reading.view.text):
        spans = [
            (words.start(1) + m.start(), words.start(1) + m.end()) for m in re.finditer(r"\S+", words[1])
        ]
        values = [reading.view.text[start:end] for start, end in spans]
        index = max(bisect_left(reading.tokens.starts, words.start(1)) - 1, 0)
        for place, (start, end) in enumerate(spans):
            shape = _shape(values[place])
            if shape is None:
                continue
            slot = _slot(reading, index, Literal(values[place], start, end, index), shape)
            root, after = reading.view.root, place + 1
            follows = (
                Literal(values[after], root(spans[after][0]), root(spans[after][1]), index)
                if after < len(spans)
                else None
            )
            passphrase = follows if shape is Role.SECRET else None
            yield replace(slot, binding=Binding(positional=(index, place)), passphrase=passphrase)


def _of_tables(reading: _Reading) -> Iterator[Slot]:
    if reading.dialect.bare is Bare.NEVER and "COPY " not in reading.view.text:
        return
    root = reading.view.root
    for cell in tables.cells(reading.view.text):
        value = reading.view.text[cell.start : cell.end]
        why = "the row names the exchange" if cell.owner else ""
        line = reading.outline.starts[reading.outline.line_of(cell.start)]
        slot = Slot(
            value=value,
            start=root(cell.start),
            end=root(cell.end),
            shape=_shape(value),
            binding=Binding(cell.name, cell.name.role),
            ownership=Ownership(cell.owner, why, "block") if cell.owner else reading.outer.ownership,
            containers=(root(line), *reading.outer.containers, NONE),
        )
        if slot.shape is not None:
            yield slot
        else:
            yield from _of_passphrase(slot, value)


def _nested(reading: _Reading, index: int, view: View, encoding: str | None) -> Iterator[Slot]:
    trail = climb(reading.tokens, index)
    binding = bind(reading.tokens, reading.outline, trail)
    owner = (
        ownership(reading.tokens, reading.outline, trail, binding, reading.tokens.starts[index])
        or reading.outer.ownership
    )
    encodings = (*reading.outer.encodings, *((encoding,) if encoding else ()))
    outer = Outer(owner, _containers(reading, trail), binding.env, binding.name, encodings)
    yield from find_slots(view, TEXT, outer, reading.depth + 1)


def _slot(
    reading: _Reading,
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
    owner = ownership(tokens, outline, trail, binding, literal.start) or outer.ownership
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
        containers=_containers(reading, trail),
        encoding="+".join(encodings) or None,
        passphrase=_passphrase_argument(reading, literal, binding, shape),
    )


def _with_target(tokens: Tokens, literal: Literal, trail: Trail) -> Trail:
    """Add the name on the right of a value: `"value" -> name`, `'value' AS name`."""
    arrow = literal.last + 1
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


def _containers(reading: _Reading, trail: Trail) -> tuple[int, ...]:
    """Return the root offsets of all that holds a value, innermost first, ending in the whole text (-1)."""
    root = reading.view.root
    brackets = {root(reading.tokens.starts[s.bracket]) for s in trail.steps if s.bracket >= 0}
    blocks = {root(block.start) for block in reading.outline.blocks(trail.statement)}
    return (*sorted(brackets | blocks | set(reading.outer.containers) - {NONE}, reverse=True), NONE)


def _passphrase_argument(
    reading: _Reading, anchor: Literal, binding: Binding, shape: Role | None
) -> Literal | None:
    """Return the unnamed literal that is the passphrase of the set of `anchor`, in root offsets.

    A known client says at which place it stands; elsewhere it follows the secret key.
    """
    if binding.positional is None or shape is None:
        return None
    tokens = reading.tokens
    bracket = binding.positional[0]
    client = client_of(binding.call) if binding.call else None
    if client and Role.PASSPHRASE in client.order:
        place = client.order.index(Role.PASSPHRASE)
    elif shape is Role.SECRET and binding.role in {None, Role.SECRET}:
        place = binding.positional[1] + 1
    else:
        return None
    closing = tokens.partners.get(bracket, len(tokens))
    for i in range(bracket + 1, min(closing, bracket + 400)):
        here = tokens.kinds[i] is Kind.STRING and not anchor.start <= tokens.starts[i] < anchor.end
        if here and tokens.parents[i] == bracket and tokens.ordinals[i] == place:
            literal, root = read_literal(tokens, i), reading.view.root
            return replace(literal, start=root(literal.start), end=root(literal.end))
    return None
