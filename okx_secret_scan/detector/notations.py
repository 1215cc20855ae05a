"""Slots in notations of their own: templates, struct tags, word lists, tables, labels."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from okx_secret_scan.detector import tables
from okx_secret_scan.detector.binding import Binding
from okx_secret_scan.detector.dialects import Bare
from okx_secret_scan.detector.idioms import TAG, is_default_keyword
from okx_secret_scan.detector.lexer import NONE, Kind, Tokens
from okx_secret_scan.detector.literals import Literal
from okx_secret_scan.detector.names import read_name
from okx_secret_scan.detector.ownership import Ownership
from okx_secret_scan.detector.places import Reading, Slot, passphrase_slots, shape_of, slot_at, token_at
from okx_secret_scan.detector.roles import Role
from okx_secret_scan.model import EnvFallback

_TAG_OPTION = re.compile(r",\s*default[=:]\s*([^,]*)")  # `env:"NAME,default=value"`
_TAG_REACH = 40  # tokens between a field of Go and its tag


# Words in quotes of their own: Ruby's %w[…], Perl's qw(…).
_WORD_LIST_MARKS = ("%w", "%W", "%i", "%I", "qw")
_WORD_LIST = re.compile(r"(?:%[wWiI]|\bqw\s?)[\[({</|]([^\])}>/|\n]{60,400})[\])}>/|]")


# A string without quotes: Perl's q(…) and qq{…}.
_QUOTED = re.compile(
    r"(?<=[\s=(,>])qq?[ ]?(?:\((?P<round>[^()\n]{6,90})\)|\{(?P<curly>[^{}\n]{6,90})\}"
    r"|\[(?P<square>[^\[\]\n]{6,90})\])"
)


# "API key" on a line of its own, the value on the next that is not empty; both may be marked up.
_LABELLED = re.compile(
    r"^[ \t>#*_\-\d.]*(?P<label>[^\W\d][\w \-/]{1,40}?)[ \t*_:\uff1a]*\r?\n(?:[ \t>]*\r?\n)?"
    r"(?=[ \t>*\-`]*(?P<value>[^\s`]{6,90})[`* \t]*\r?$)",
    re.MULTILINE,
)


def of_template(slot: Slot, env: EnvFallback) -> Slot:
    """Name the default in `${NAME:-value}` by its variable."""
    name = read_name(env.variable or "")
    owner = Ownership(name.owner, f"name {name.text}", "name") if name.owner is not None else slot.ownership
    return replace(slot, binding=replace(slot.binding, name=name, role=name.role, env=env), ownership=owner)


def of_tags(reading: Reading, index: int, literal: Literal, tags: dict[str, str]) -> Iterator[Slot]:
    """Yield the default in a struct tag of Go: `env:"NAME" envDefault:"value"`, in any order."""
    field_name = next((reading.tokens.word(i) for i in _line_before(reading.tokens, index)), "")
    variable = next((tags[key] for key in tags if key in {"env", "envconfig", "koanf", "mapstructure"}), None)
    name = read_name((variable or "").split(",")[0] or field_name)
    for match in TAG.finditer(literal.value):
        start, end = match.span(2)
        if option := _TAG_OPTION.search(match[2]):
            start, end = start + option.start(1), start + option.end(1)
        elif not is_default_keyword(match[1]):
            continue
        value = literal.value[start:end]
        if name.role is None or not value:
            continue
        part = Literal(value, literal.start + start, literal.start + end, index)
        slot = slot_at(reading, index, part, shape_of(value))
        owner = slot.ownership
        if name.owner is not None:
            owner = Ownership(name.owner, f"name {name.text}", "name")
        binding = Binding(name, name.role, env=EnvFallback(variable.split(",")[0] if variable else None))
        slot = replace(slot, binding=binding, ownership=owner)
        if slot.shape is not None:
            yield slot
        else:
            yield from passphrase_slots(slot, value)


def _line_before(tokens: Tokens, index: int) -> Iterator[int]:
    """Yield the words left of `index` on its line, the first one first; on a long line the nearest."""
    start = index
    while start > max(0, index - _TAG_REACH) and tokens.kinds[start - 1] is not Kind.NEWLINE:
        start -= 1
    return (i for i in range(start, index) if tokens.kinds[i] is Kind.WORD)


def of_word_lists(reading: Reading) -> Iterator[Slot]:
    """Yield the values of a list of bare words: a key, a secret key and what follows it."""
    if not any(mark in reading.view.text for mark in _WORD_LIST_MARKS):
        return
    for words in _WORD_LIST.finditer(reading.view.text):
        spans = [
            (words.start(1) + m.start(), words.start(1) + m.end()) for m in re.finditer(r"\S+", words[1])
        ]
        values = [reading.view.text[start:end] for start, end in spans]
        index = max(bisect_left(reading.tokens.starts, words.start(1)) - 1, 0)
        for place, (start, end) in enumerate(spans):
            shape = shape_of(values[place])
            if shape is None:
                continue
            slot = slot_at(reading, index, Literal(values[place], start, end, index), shape)
            root, after = reading.view.root, place + 1
            follows = (
                Literal(values[after], root(spans[after][0]), root(spans[after][1]), index)
                if after < len(spans)
                else None
            )
            passphrase = follows if shape is Role.SECRET else None
            yield replace(slot, binding=Binding(positional=(index, place)), passphrase=passphrase)


def of_quoted(reading: Reading) -> Iterator[Slot]:
    """Yield the passphrases in Perl's quotes; keys and secret keys are words of their own."""
    if reading.dialect.name != "script":
        return
    for quoted in _QUOTED.finditer(reading.view.text):
        start, end = quoted.span(quoted.lastgroup or 0)
        value = reading.view.text[start:end]
        index = bisect_left(reading.tokens.starts, quoted.start())
        if index < len(reading.tokens) and shape_of(value) is None:
            yield from passphrase_slots(
                slot_at(reading, index, Literal(value, start, end, index), None), value
            )


def of_labels(reading: Reading) -> Iterator[Slot]:
    """Yield values that stand alone on a line under a line that is but their label: copied key pages."""
    if reading.dialect.bare is not Bare.TEXT:
        return
    for match in _LABELLED.finditer(reading.view.text):
        name = read_name(match["label"].strip())
        if name.role is None or name.about or name.unknown:
            continue
        value, (start, end) = match["value"], match.span("value")
        index = token_at(reading.tokens, start)
        slot = slot_at(reading, index, Literal(value, start, end, index), shape_of(value))
        owner = slot.ownership
        if name.owner is not None:
            owner = Ownership(name.owner, f"name {name.text}", "name")
        slot = replace(slot, binding=Binding(name, name.role), ownership=owner, bare=True)
        if slot.shape is not None:
            yield slot
        else:
            yield from passphrase_slots(slot, value)


def of_tables(reading: Reading) -> Iterator[Slot]:
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
            shape=shape_of(value),
            binding=Binding(cell.name, cell.name.role),
            ownership=Ownership(cell.owner, why, "block") if cell.owner else reading.outer.ownership,
            containers=(root(line), *reading.outer.containers, NONE),
        )
        if slot.shape is not None:
            yield slot
        else:
            yield from passphrase_slots(slot, value)
