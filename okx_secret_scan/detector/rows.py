"""Slots in rows that name none of them: accounts one to a line, items of a list, what a function returns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from okx_secret_scan.detector.binding import Binding
from okx_secret_scan.detector.dialects import Bare
from okx_secret_scan.detector.literals import Literal
from okx_secret_scan.detector.names import read_name, split_words
from okx_secret_scan.detector.outline import Outline
from okx_secret_scan.detector.ownership import Ownership
from okx_secret_scan.detector.passphrases import is_chosen, stands_out
from okx_secret_scan.detector.places import Reading, Slot, shape_of, slot_at, token_at
from okx_secret_scan.detector.providers import Owner, owner_of
from okx_secret_scan.detector.qualifiers import OTHER_THINGS
from okx_secret_scan.detector.shapes import SECRET, UPPER_HEX_32, UUID_V4, has_key

# A key and a secret key side by side, and what may be the passphrase: "connect okx KEY SECRET PASSPHRASE".
_BETWEEN = r"[ \t]{0,8}(?:[ \t,;:|/，、]|-{2,6}|[ \t]-[ \t]|—{1,2}|[ \t]-[A-Za-z][ \t])[ \t]{0,8}"
_ROW = re.compile(
    rf"(?<![({{<\"'0-9A-Za-z])(?<![0-9A-Za-z]-)({UUID_V4}){_BETWEEN}({SECRET.pattern})(?![\"'])"
    rf"(?:{_BETWEEN}[\"']?((?:(?!\\[nrt\"])[^\s\"'`,;|()\[\]{{}}<>]){{6,32}})(?=[\"'`\s,;|\]\\<，、]|$))?",
    re.MULTILINE,
)
# Before a row: which account it is, whose, by which proxy. More words, and a date, begin lines of logs, too.
_NEXT = r"[ \t]{0,8}(?:[ \t,;:|]|--)[ \t-]{0,8}"
_OWNER = (
    r"(?:https?|socks\d)://[^\s,;|]{4,80}|[\d.]{7,15}:\d{2,5}(?::[^\s,;|]{1,60})?|[\w.+-]{1,40}@[\w.-]{4,40}"
)
_ROW_LABEL = re.compile(
    rf"(?:(?:{_OWNER}){_NEXT}|\d{{1,4}}[,;|\t][ \t]{{0,8}}){{0,2}}"
    rf"(?:(?!\d{{4}}-\d\d-\d\d)[\w@.\-]{{1,40}}?{_NEXT})?[ \t-]{{0,8}}"
)
_DATED = re.compile(rf"\d{{4}}[-/.]\d\d[-/.]\d\d{_NEXT}")
_ROW_LABELS = re.compile(rf"(?:[\w@.:/\-]{{1,60}}?{_NEXT}){{0,3}}[ \t-]{{0,8}}")
_LOGGED = re.compile(r"\d:\d\d:\d\d|\b(?:INFO|DEBUG|WARN(?:ING)?|ERROR|TRACE|GET|POST|PUT)\b")
# The same in brackets that are not written (`return "…", "…", "…"`), and as items that have no names.
_RETURNED = re.compile(
    rf"\b(?:return|yield)[ \t]+[\"']({UUID_V4})[\"']\s{{0,80}},\s{{0,80}}[\"']({UPPER_HEX_32})[\"']"
    r"(?:\s{0,80},\s{0,80}[\"']([^\"'\s]{6,32})[\"'])?"
)
_FUNCTION = re.compile(r"\b(?:def|func|function|fn|fun|sub)\s+(\w+)")
_BULLETED = re.compile(r"[ \t]*(?:[-*+]|\d{1,2}[.)])[ \t]")
_BULLET = r"[ \t]*(?:[-*+]|\d{1,2}[.)])[ \t]+[\"'`]?"
_ITEM_END = r"[\"'`]?[ \t]*(?:#[^\n]*)?\r?"
_ITEMS = re.compile(
    rf"^{_BULLET}({UUID_V4}){_ITEM_END}\n{_BULLET}({UPPER_HEX_32}){_ITEM_END}$"
    rf"(?:\n{_BULLET}([^\s\"'`]{{6,32}}){_ITEM_END}$)?",
    re.MULTILINE,
)
_PROXY = re.compile(r"(?:https?|socks\d)://[\w.@:-]+")
_COLUMN = re.compile(r"[ \t\"'#]*[A-Za-z][\w ()]{0,40}[ \t\"']*")
# Words that stand in names of accounts, of what makes them, and of what holds them, too.
_OF_ACCOUNTS = frozenset({"build", "id", "message", "project", "session", "tag", "version"})
_OTHERS = OTHER_THINGS - _OF_ACCOUNTS
_COUNTED = frozenset({"id", "ids", "list", "map", "s"})
_REACH = 120  # characters of the line before the key
_ROWS = 12  # lines above a row in which the names of its columns, or what leads to it, are looked for


def of_rows(reading: Reading) -> Iterator[Slot]:
    """Yield what stands in a row: a key, a secret key, maybe a passphrase."""
    text = reading.view.text
    if not has_key(text):
        return
    for row in _ROW.finditer(text):
        start = reading.outline.starts[reading.outline.line_of(row.start())]
        outer = reading.outer.ownership
        before = text[max(start, row.start() - _REACH) : row.start()]
        # The line names OKX, or it holds nothing else but a label: then the rest of the text decides.
        ours = (outer is not None and outer.owner is Owner.OKX) or owner_of(before) is Owner.OKX
        if _LOGGED.search(before) or (row[3] is None and row.string[row.end(1) : row.start(2)] == " - "):
            continue
        if ours and _names_other_thing(before) and not (row[3] and stands_out(row[3])):
            continue
        if not ours and (not _is_label(before, row[3]) or _is_of_other_things(reading.outline, row, start)):
            continue
        if text[row.start() - 1 : row.start()] == "[" and reading.dialect.bare is not Bare.LINE:
            continue  # a list of code, which may go on with a variable
        yield from _in_row(reading, row, start, ours=ours)
    for pattern in (_RETURNED, _ITEMS):
        for row in pattern.finditer(text):
            if not _is_headed_otherwise(reading.outline, row.start()):
                yield from _in_row(reading, row, row.start(), ours=False)


def _in_row(reading: Reading, row: re.Match[str], start: int, *, ours: bool) -> Iterator[Slot]:
    """Yield the key and the secret key of a `row`, with the passphrase; `start` tells it from other rows.

    `ours` says that the row names OKX.
    """
    root = reading.view.root
    index = token_at(reading.tokens, row.start(1))
    for place, group in enumerate((1, 2)):
        literal = Literal(row[group], *row.span(group), index)
        slot = slot_at(reading, index, literal, shape_of(literal.value))
        of_list = slot.binding.positional is not None
        bound = slot.binding if of_list or slot.role is slot.shape else Binding()
        follows = Literal(row[3], root(row.start(3)), root(row.end(3)), index) if place and row[3] else None
        yield replace(
            slot,
            binding=replace(
                bound,
                role=slot.shape if ours or row.re is not _ROW else bound.role,
                positional=(index, place),
            ),
            ownership=Ownership(Owner.OKX, "the line names OKX", "block") if ours else slot.ownership,
            passphrase=follows,
            containers=(root(start), *slot.containers),
        )


def _is_label(text: str, passphrase: str | None) -> bool:
    """Return whether `text`, before a row that ends in `passphrase`, is but the label of an account."""
    if owner_of(_PROXY.sub("", text)) is not None or not OTHER_THINGS.isdisjoint(split_words(text)):
        return False
    if _ROW_LABEL.fullmatch(text):
        return True
    if passphrase is None:
        return False
    dated = _DATED.fullmatch(text) and is_chosen(passphrase) and any(map(str.isdigit, passphrase))
    return bool(dated or (stands_out(passphrase) and _ROW_LABELS.fullmatch(text)))


def _is_of_other_things(outline: Outline, row: re.Match[str], start: int) -> bool:
    """Return whether a line above says that other things stand in the columns of a row: `order_id|note`.

    `start` is where the line of the row starts.
    """
    first = outline.line_of(row.start())
    separator = row.string[row.end(1) : row.start(2)].strip(" ") or " "
    place = row.string.count(separator, start, row.start())
    for number in range(max(0, first - _ROWS), first):
        columns = outline.line(number).strip().split(separator)
        if len(columns) < place + 2 or (separator == " " and not any("_" in column for column in columns)):
            continue
        over = columns[place : place + 2]
        if not all(map(_COLUMN.fullmatch, over)) or not any(map(_names_other_thing, over)):
            continue
        if all(read_name(column.strip(" \"'#")).role is None for column in columns):
            return True
    return False


def _names_other_thing(text: str) -> bool:
    """Return whether `text` ends in the name of what is no account: `okx order`, `order_ids`, `checksums`."""
    words = _singular(text)
    while len(words) > 1 and words[-1] in _COUNTED:
        words.pop()
    return bool(words) and words[-1] in _OTHERS


def _singular(text: str) -> list[str]:
    return [word.removesuffix("s") if len(word) > 3 else word for word in split_words(text)]


def _is_headed_otherwise(outline: Outline, offset: int) -> bool:
    """Return whether the function, key or line above says that the values at `offset` are no account's."""
    labels = [block.label for block in outline.blocks(offset) if not block.label.startswith("- ")]
    function = next((found[1] for label in labels if (found := _FUNCTION.search(label))), None)
    if function or labels:
        return _names_other_thing((function or labels[0]).strip("\"'`: "))
    last = outline.line_of(offset)
    above = (outline.line(number) for number in range(last - 1, max(-1, last - 1 - _ROWS), -1))
    lead = next((line for line in above if line.strip() and not _BULLETED.match(line)), "")
    return not _OTHERS.isdisjoint(_singular(lead))
