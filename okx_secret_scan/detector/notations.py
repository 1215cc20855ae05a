"""Slots in notations of their own: templates, struct tags, word lists, tables."""

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
from okx_secret_scan.detector.names import read_name, split_words
from okx_secret_scan.detector.outline import Outline
from okx_secret_scan.detector.ownership import Ownership
from okx_secret_scan.detector.passphrases import is_chosen, stands_out
from okx_secret_scan.detector.places import Reading, Slot, passphrase_slots, shape_of, slot_at
from okx_secret_scan.detector.providers import Owner, owner_of
from okx_secret_scan.detector.qualifiers import OTHER_THINGS
from okx_secret_scan.detector.roles import Role
from okx_secret_scan.detector.shapes import SECRET, UPPER_HEX_32, UUID_V4, has_key
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
# "API key" on a line of its own, the value on the next that is not empty; both may be marked up.
_LABELLED = re.compile(
    r"^[ \t>#*_\-\d.]*(?P<label>[^\W\d][\w \-/]{1,40}?)[ \t*_:\uff1a]*\r?\n(?:[ \t>]*\r?\n)?"
    r"(?=[ \t>*\-`]*(?P<value>[^\s`]{6,90})[`* \t]*\r?$)",
    re.MULTILINE,
)
_ROW_REACH = 120  # characters of the line before the key
_ROWS = 12  # lines above a row in which the names of its columns, or what leads to it, are looked for


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


def _token_at(tokens: Tokens, offset: int) -> int:
    """Return the first token that starts at `offset` or behind it; the last one if none does."""
    return min(bisect_left(tokens.starts, offset), len(tokens) - 1)


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


def of_rows(reading: Reading) -> Iterator[Slot]:
    """Yield what stands in a row: a key, a secret key, maybe a passphrase."""
    text = reading.view.text
    if not has_key(text):
        return
    for row in _ROW.finditer(text):
        start = reading.outline.starts[reading.outline.line_of(row.start())]
        outer = reading.outer.ownership
        before = text[max(start, row.start() - _ROW_REACH) : row.start()]
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
    index = _token_at(reading.tokens, row.start(1))
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
        if any(read_name(column.strip(" \"'#")).role is not None for column in columns):
            continue
        over = columns[place : place + 2]
        if all(map(_COLUMN.fullmatch, over)) and any(map(_names_other_thing, over)):
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


def of_labels(reading: Reading) -> Iterator[Slot]:
    """Yield values that stand alone on a line under a line that is but their label: copied key pages."""
    if reading.dialect.bare is not Bare.TEXT:
        return
    for match in _LABELLED.finditer(reading.view.text):
        name = read_name(match["label"].strip())
        if name.role is None or name.about or name.unknown:
            continue
        value, (start, end) = match["value"], match.span("value")
        index = _token_at(reading.tokens, start)
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
