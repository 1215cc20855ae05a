"""Slots by lines: YAML's lists and scalars under their key, notes of a value a line, bare calls."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from okx_secret_scan.detector.binding import Binding
from okx_secret_scan.detector.dialects import Bare
from okx_secret_scan.detector.literals import Literal
from okx_secret_scan.detector.names import read_name
from okx_secret_scan.detector.ownership import Ownership
from okx_secret_scan.detector.places import Reading, Slot, passphrase_slots, shape_of, slot_at
from okx_secret_scan.detector.shapes import KEY, SECRET, has_key

_BRANCH = re.compile(
    r"^[ \t]*(?:-[ \t]+)?[\"']?(?P<label>[A-Za-z][\w. -]{0,60})[\"']?[ \t]*:[ \t]*(?:#[^\n]{0,200})?\r?\n",
    re.MULTILINE,
)
_ITEM = re.compile(
    r"(?P<dash>[ \t]*-)?[ \t]+(?:\"(?P<double>[^\"\\\n]{6,90})\"|'(?P<single>[^'\n]{6,90})'"
    r"|(?P<plain>[^\s\"'`#\[{&*!|>%@:-][^\s:]{5,90}))[ \t]*(?:\r?\n|\Z)"
)
_ITEMS = 60
# An item of a list of arguments that is an option, whose value is the next item.
_OPTION = re.compile(r"^[ \t]*-[ \t]+[\"']?--?(?P<label>[A-Za-z][\w.-]{1,60})[\"']?[ \t]*\r?\n", re.MULTILINE)
# `buildConfigField "String", "NAME", "\"value\""`, `resValue 'string', 'name', 'value'`.
_COMMAND = re.compile(
    r"^[ \t]*(?:[\w.]{1,60}\.)?(?:buildConfigField|resValue|property|(?:set|put|add)\w{0,40})"
    r"[ \t]+(?:[\"'][\w.]{1,40}[\"'],[ \t]*)?[\"'](?P<name>[\w.-]{2,60})[\"'],[ \t]*"
    r"[\"'](?:\\?[\"'])?(?P<value>[^\"'\\\n$]{6,90})(?:\\?[\"'])?[\"'][ \t]*;?[ \t]*\r?$",
    re.MULTILINE,
)
# A key, a secret key and a word, each on a line of its own.
_NOTE = re.compile(
    rf"^[ \t]*{KEY.pattern}[ \t]*\r?\n[ \t]*(?P<secret>{SECRET.pattern})[ \t]*\r?\n"
    r"[ \t]*(?P<passphrase>\S{6,32})[ \t]*\r?$",
    re.MULTILINE,
)


def of_branches(reading: Reading) -> Iterator[Slot]:
    """Yield the values of YAML that stand on the lines under their key: `key:` and `- value`, or `value`."""
    if reading.dialect.name != "yaml":
        return
    text = reading.view.text
    for branch in _BRANCH.finditer(text):
        name = read_name(branch["label"])
        if name.role is None or name.about:
            continue
        at = branch.end()
        for _ in range(_ITEMS):
            item = _ITEM.match(text, at)
            if item is None:
                break
            yield from _named(reading, Binding(name, name.role), *item.span(item.lastgroup or 0))
            if item["dash"] is None:
                break
            at = item.end()


def of_options(reading: Reading) -> Iterator[Slot]:
    """Yield the values of YAML that are the item behind their option: `- --okx-secret-key` and `- value`."""
    if reading.dialect.name != "yaml":
        return
    for option in _OPTION.finditer(reading.view.text):
        name = read_name(option["label"])
        item = _ITEM.match(reading.view.text, option.end())
        if name.role is not None and not name.about and item is not None and item["dash"]:
            yield from _named(reading, Binding(name, name.role), *item.span(item.lastgroup or 0))


def _named(reading: Reading, binding: Binding, start: int, end: int) -> Iterator[Slot]:
    value = reading.view.text[start:end]
    index = max(bisect_right(reading.tokens.starts, start) - 1, 0)
    slot = slot_at(reading, index, Literal(value, start, end, index), shape_of(value))
    owner, name = slot.ownership, binding.name
    if name is not None and name.owner is not None:
        owner = Ownership(name.owner, f"name {name.text}", "name")
    slot = replace(slot, binding=binding, ownership=owner, bare=True)
    if slot.shape is not None:
        yield slot
    else:
        yield from passphrase_slots(slot, value)


def of_commands(reading: Reading) -> Iterator[Slot]:
    """Yield the values of calls without brackets that set something: Groovy's and Ruby's."""
    for command in _COMMAND.finditer(reading.view.text):
        name = read_name(command["name"])
        if name.role is not None and not name.about:
            yield from _named(reading, Binding(name, name.role), *command.span("value"))


def of_notes(reading: Reading) -> Iterator[Slot]:
    """Yield the secret key of a note that is but a set, with the passphrase on the line below it."""
    if reading.dialect.bare is not Bare.TEXT or not has_key(reading.view.text):
        return
    root = reading.view.root
    for note in _NOTE.finditer(reading.view.text):
        start, end = note.span("secret")
        index = max(bisect_right(reading.tokens.starts, start) - 1, 0)
        slot = slot_at(reading, index, Literal(note["secret"], start, end, index), shape_of(note["secret"]))
        low, high = note.span("passphrase")
        yield replace(slot, bare=True, passphrase=Literal(note["passphrase"], root(low), root(high), index))
