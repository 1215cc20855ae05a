"""Finds the places of a text that may hold a part of a credential, and reads how each is bound.

A slot is not yet a finding: `verdict` decides with all slots of a text at hand.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from okx_secret_scan.detector import shapes, views
from okx_secret_scan.detector.bare import bare_values
from okx_secret_scan.detector.binding import Binding, bind
from okx_secret_scan.detector.brackets import column
from okx_secret_scan.detector.dialects import TEXT, Dialect
from okx_secret_scan.detector.idioms import TAG
from okx_secret_scan.detector.lexer import NONE, Kind, Tokens
from okx_secret_scan.detector.literals import PIECE, Literal, read_literal
from okx_secret_scan.detector.notations import (
    of_labels,
    of_quoted,
    of_tables,
    of_tags,
    of_template,
    of_word_lists,
)
from okx_secret_scan.detector.ownership import ownership
from okx_secret_scan.detector.passphrases import LONGEST
from okx_secret_scan.detector.places import (
    LONGEST_ENCODED,
    Outer,
    Reading,
    Slot,
    containers_of,
    is_element_key,
    passphrase_slots,
    shape_of,
    slot_at,
)
from okx_secret_scan.detector.roles import Role
from okx_secret_scan.detector.rows import of_rows
from okx_secret_scan.detector.stacked import of_branches, of_commands, of_notes, of_options
from okx_secret_scan.detector.trail import climb
from okx_secret_scan.detector.views import View

_BEFORE_LIST = frozenset({"in", "of", "return", "yield", "case", "not", "and", "or", "else"})
_SHORTEST_NESTED = 40  # encoded texts shorter than this hold no key or secret key
_SHORTEST_WORD = 16  # that is a value, encoded or not
_NESTING = 3
_LOOK_BACK = 200
_LOOK_AHEAD = 120
_GLUED = re.compile(r"-[A-Za-z][0-9A-Fa-f-]{32,36}\Z")
_FORM = re.compile(r"[?&][\w.\-]+=$")  # a URL's query or a form's body
_CONTINUED = re.compile(r"[0-9A-Fa-f-]+(?:\\\r?\n[ \t]*[0-9A-Fa-f-]+){1,16}")
_BOUND_INSIDE = re.compile(
    r"(?i)(?:pass[-_ ]?(?:phrase|word)|api[-_ ]?pass)[\w\-.\])\"'\\]{0,80}\s{0,80}"
    r"(?:\?{0,2}[:=]|\?\?|\|\||or\s{1,20}[\"']|,\s*(?:default|[\"'])|\|\s*default)"
    r"|--?[\w.]{0,80}pass|\$\{|base64\s+-+d"
)


def find_slots(view: View, dialect: Dialect, outer: Outer | None = None, depth: int = 0) -> Iterator[Slot]:
    """Yield every slot of `view` and of the texts nested in its strings."""
    reading = Reading(view, dialect, outer or Outer(), depth)
    tokens = reading.tokens
    starts, ends = tokens.starts, tokens.ends
    # Signs that are written as %2D, and values that go on in the next line, begin with any word.
    shortest = 0 if "%" in tokens.text or "\\\n" in tokens.text or "\\\r" in tokens.text else _SHORTEST_WORD
    consumed = NONE
    for index, kind in enumerate(tokens.kinds):
        if index <= consumed:
            continue
        if kind is Kind.STRING:
            literal = _literal(reading, index)
            if literal is not None:
                consumed = literal.last
                yield from _of_literal(reading, index, literal)
        elif kind is Kind.WORD and ends[index] - starts[index] >= shortest:
            yield from _of_word(reading, index)
    yield from _of_bare(reading)
    yield from of_tables(reading)
    yield from of_word_lists(reading)
    yield from of_quoted(reading)
    yield from of_rows(reading)
    yield from of_labels(reading)
    yield from of_branches(reading)
    yield from of_options(reading)
    yield from of_notes(reading)
    yield from of_commands(reading)


def _literal(reading: Reading, index: int) -> Literal | None:
    """Read the string at `index` if it could matter, None for the great many that cannot."""
    tokens = reading.tokens
    start, end = tokens.content(index)
    length = end - start
    if length == 0:
        return None
    text = tokens.text[start:end]
    if PIECE.fullmatch(text) or "\\" in text or "&" in text or length >= 32:
        return read_literal(tokens, index)
    if length <= LONGEST and _may_be_asked_for(reading, index, start):
        return read_literal(tokens, index)
    if _BOUND_INSIDE.search(text):
        return read_literal(tokens, index)
    return None


def _may_be_asked_for(reading: Reading, index: int, start: int) -> bool:
    """Return whether the string at `index` may stand in the place of a passphrase."""
    if index in reading.flows.of or _near_passphrase_name(reading, start):
        return True
    tokens = reading.tokens
    opened = tokens.parents[index]
    if opened == NONE or tokens.raw(opened) != "(" or not reading.name_parts:
        return False
    name = column(tokens, opened, tokens.ordinals[index])  # of a table; its name may stand far above
    return name is not None and name.role is Role.PASSPHRASE


def _near_passphrase_name(reading: Reading, start: int) -> bool:
    name = reading.outer.name
    if name is not None and name.role is Role.PASSPHRASE:
        return True
    parts = reading.name_parts
    first = bisect_left(parts, start - _LOOK_BACK)
    return first < len(parts) and parts[first] <= start + _LOOK_AHEAD


def _of_literal(reading: Reading, index: int, literal: Literal) -> Iterator[Slot]:
    if reading.tokens.raw(index)[0] == "`" and (tags := TAG.findall(literal.value)):
        yield from of_tags(reading, index, literal, dict(tags))
        return
    shape = shape_of(literal.value)
    if shape is not None:
        yield slot_at(reading, index, literal, shape)
        return
    decoded = views.decode_text(literal.value)
    if decoded is not None and (inner := shape_of(decoded.text)):
        yield slot_at(reading, index, replace(literal, value=decoded.text), inner, decoded.encoding)
        return
    if decoded is not None and reading.depth < _NESTING and len(literal.value) >= _SHORTEST_NESTED:
        yield from _nested(reading, index, views.encoded(reading.view, literal, decoded), decoded.encoding)
    elif reading.depth < _NESTING and _holds_more(literal.value):
        yield from _nested(reading, index, views.inside(reading.view, literal), None)
    if _is_key(reading, index, literal.last):
        return
    literal = _unquoted(literal)
    if len(literal.value) <= LONGEST_ENCODED and _may_be_asked_for(reading, index, literal.start):
        yield from passphrase_slots(slot_at(reading, index, literal, None), literal.value)


def _is_key(reading: Reading, first: int, last: int) -> bool:
    """Return whether the string from token `first` to `last` names an item: `{"live": …}`, `config["live"]`."""
    tokens = reading.tokens
    if _is_looked_up(tokens, first, last):
        return True
    while first > 0 and tokens.kinds[first - 1] is Kind.NEWLINE:
        first -= 1
    opens = first == 0 or tokens.kinds[first - 1] is Kind.COMMA or tokens.raw(first - 1) == "{"
    return opens and last + 1 < len(tokens) and tokens.raw(last + 1) in {":", "=>"}


def _is_looked_up(tokens: Tokens, first: int, last: int) -> bool:
    opened = first - 1
    if opened < 1 or last + 1 >= len(tokens) or tokens.raw(opened) != "[" or tokens.raw(last + 1) != "]":
        return False
    held = tokens.kinds[opened - 1] in {Kind.WORD, Kind.CLOSE} and tokens.raw(opened - 1) not in _BEFORE_LIST
    return held and tokens.ends[opened - 1] == tokens.starts[opened]


def _unquoted(literal: Literal) -> Literal:
    """Take off the quotes that belong to a string inside the string."""
    value, offsets = literal.value, literal.offsets
    if len(value) < 3 or value[0] != value[-1] or value[0] not in "\"'":
        return literal
    if offsets is None:
        return replace(literal, value=value[1:-1], start=literal.start + 1, end=literal.end - 1)
    return replace(
        literal, value=value[1:-1], start=offsets[1], end=offsets[len(value) - 1], offsets=offsets[1:-1]
    )


def _holds_more(text: str) -> bool:
    return len(text) > 12 and (
        shapes.KEY_OR_SECRET.search(text) is not None
        or _BOUND_INSIDE.search(text) is not None
        or shapes.JWT.search(text) is not None
        or views.hides_value(text)
    )


def _of_word(reading: Reading, index: int) -> Iterator[Slot]:
    tokens = reading.tokens
    start, end = tokens.starts[index], tokens.ends[index]
    text = tokens.text
    continued = _CONTINUED.match(text, start) if text[end : end + 1] == "\\" else None
    if continued:
        end = continued.end()
    if start < reading.encoded_until or (end - start < _SHORTEST_WORD and "%" not in text[start : end + 1]):
        return
    if _GLUED.match(text, start, end):
        start += 2  # `-bVALUE`
    word = re.sub(r"\\\s+", "", text[start:end])
    shape = shape_of(word)
    if shape is not None:
        yield replace(slot_at(reading, index, Literal(word, start, end, index), shape), bare=True)
        return
    run = views.encoded_run(tokens.text, start)
    decoded = views.decode_text(run) if run else None
    reading.encoded_until = start + len(run or "")
    if run is None or decoded is None:
        return
    literal = Literal(run, start, start + len(run), index)
    if inner := shape_of(decoded.text):
        yield slot_at(reading, index, replace(literal, value=decoded.text), inner, decoded.encoding)
    elif reading.depth < _NESTING and len(run) >= _SHORTEST_NESTED:
        yield from _nested(reading, index, views.encoded(reading.view, literal, decoded), decoded.encoding)


def _of_bare(reading: Reading) -> Iterator[Slot]:
    for found in bare_values(reading.tokens, reading.dialect, reading.name_parts, nested=reading.depth > 0):
        literal = Literal(found.value, found.start, found.end, found.index)
        slot = replace(slot_at(reading, found.index, literal, shape_of(found.value)), bare=True)
        if found.env is not None:
            slot = of_template(slot, found.env)
        if slot.shape is not None:
            yield slot
        else:
            before = reading.tokens.text[max(0, found.start - 200) : found.start].rsplit("\n", 1)[-1]
            yield from passphrase_slots(slot, found.value, form=_FORM.search(before) is not None)


def _nested(reading: Reading, index: int, view: View, encoding: str | None) -> Iterator[Slot]:
    trail = climb(reading.tokens, index)
    binding = bind(reading.tokens, reading.outline, trail)
    if not reading.dialect.tags and is_element_key(
        reading.tokens.text, reading.tokens.content(index)[0], binding
    ):
        binding = Binding()
    owner = (
        ownership(reading.tokens, reading.outline, trail, binding, reading.tokens.starts[index])
        or reading.outer.ownership
    )
    encodings = (*reading.outer.encodings, *((encoding,) if encoding else ()))
    outer = Outer(owner, containers_of(reading, trail), binding.env, binding.name, encodings)
    yield from find_slots(view, TEXT, outer, reading.depth + 1)
