"""Blocks that brackets do not show: indentation, `[sections]`, list items, headings, markup elements.

Everything is found by lines, once for a text, so that asking for the blocks of a value costs its depth only.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from okx_secret_scan.detector.dialects import Dialect
from okx_secret_scan.detector.providers import Owner
from okx_secret_scan.detector.siblings import exchanges_by_account

NONE = -1
_SECTION = re.compile(r"[ \t]*\[{1,2}[ \t]*([^\[\]\n]{1,80}?)[ \t]*\]{1,2}[ \t]*(?:[#;].*)?\r?$")
_HEADING = re.compile(r"[ \t]*(?:#|//|;|--|\*|/\*|<!--|rem\b|REM\b|::)+(.*)")
_TITLE = re.compile(r"[ \t]*#{1,6} ")
# A quoted attribute ends at a tag: an open quote would hide all that follows, from each tag anew.
_TAG = re.compile(
    r"<(/?)([A-Za-z][\w:.-]*)"
    r"((?:[^<>\"']|\"(?:[^\"<]|<(?![A-Za-z/]))*\"|'(?:[^'<]|<(?![A-Za-z/]))*')*?)(/?)>"
)
_ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_TAB = 4
_FIELD = re.compile(
    r"^[ \t]*(?:-[ \t]+)?[\"']?(?P<name>[\w.\- ]{1,40}?)[\"']?[ \t]*[:=][ \t]*(?P<value>.{1,120})"
)
_SIBLINGS = 60
_BRANCH = re.compile(r"[}\s]*(?:case|when|if|el(?:se ?|s)?if)\b")
_CONTINUES = ("\\", "`", "^")
_PIECES = 12  # lines of a command
_OBJECTS = 64  # variables that are looked up in a text, so that its cost stays that of its size
_LONGEST_TAG = 2000


class Block(NamedTuple):
    """A block around a value: its `label` (header text) and the offset at which it starts."""

    label: str
    start: int


@dataclass
class Outline:
    """The lines of a text and how they nest."""

    text: str
    dialect: Dialect
    _fields: dict[int, list[tuple[str, str]]] = field(default_factory=dict)
    _objects: dict[str, str] = field(default_factory=dict)
    _comments: dict[int, str | None] = field(default_factory=dict)
    _held: dict[tuple[re.Pattern[str], int], bool] = field(default_factory=dict)

    @cached_property
    def starts(self) -> list[int]:
        """Offsets at which lines start."""
        return [0, *(m.end() for m in re.finditer("\n", self.text))]

    def line_of(self, offset: int) -> int:
        """Return the 0-based line that holds `offset`."""
        return bisect_right(self.starts, offset) - 1

    def line(self, number: int) -> str:
        """Return the text of a line without its end."""
        end = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text)
        return self.text[self.starts[number] : min(end, self.starts[number] + 400)].rstrip("\r\n")

    def indent(self, number: int) -> int:
        """Return how far a line is indented, in columns."""
        return self._parents[1][number]

    @cached_property
    def _parents(self) -> tuple[list[int], list[int]]:
        """For each line the line that encloses it (a list item counts), and its indentation."""
        parents: list[int] = []
        indents: list[int] = []
        stack: list[tuple[int, int]] = []
        for number in range(len(self.starts)):
            line = self.line(number)
            body = line.lstrip(" \t")
            indent = len(line[: len(line) - len(body)].expandtabs(_TAB))
            if not body:
                parents.append(stack[-1][1] if stack else NONE)
                indents.append(indent)
                continue
            while stack and stack[-1][0] >= indent:
                stack.pop()
            parents.append(stack[-1][1] if stack else NONE)
            indents.append(indent)
            stack.append((indent, number))
            if body.startswith("- "):
                # What follows the dash stands in the item: the item's own line encloses it.
                stack.append((indent + 1, number))
        return parents, indents

    @cached_property
    def _sections(self) -> list[int]:
        """For each line the `[section]` line above it, `NONE` without one."""
        current, sections = NONE, []
        for number in range(len(self.starts)):
            if _SECTION.match(self.line(number)):
                current = number
            sections.append(current)
        return sections

    def blocks(self, offset: int) -> list[Block]:
        """Return the blocks around `offset`, innermost first."""
        number = self.line_of(offset)
        parents, _ = self._parents
        found: list[Block] = []
        current = parents[number]
        if self._is_item(number):
            current = number
        while current != NONE and len(found) < 40:
            found.append(Block(self.line(current).strip()[:200], self.starts[current]))
            current = parents[current]
        if self.dialect.sections and self._sections[number] != NONE:
            section = self._sections[number]
            found.append(Block(self.line(section).strip()[:200], self.starts[section]))
        if self.dialect.tags:
            found += self._elements(offset)
        return found

    def holds_more(self, block: Block) -> bool:
        """Return whether a block is more than one line: `- Password: …` of a list holds nothing else."""
        number = self.line_of(block.start)
        return not self._is_item(number) or self._leads(number)

    def _leads(self, number: int) -> bool:
        """Return whether the next line that is not empty stands in the block that a line begins."""
        parents, _ = self._parents
        below = next((n for n in range(number + 1, len(parents)) if self.line(n).strip()), NONE)
        return below != NONE and parents[below] == number

    def _is_item(self, number: int) -> bool:
        return self.line(number).lstrip().startswith("- ")

    def command(self, offset: int) -> str:
        """Return the command around `offset`: its line, and those that a line's end continues."""
        first = last = self.line_of(offset)
        while first > 0 and last - first < _PIECES and self.line(first - 1).endswith(_CONTINUES):
            first -= 1
        while last + 1 < len(self.starts) and last - first < _PIECES and self.line(last).endswith(_CONTINUES):
            last += 1
        return "\n".join(self.line(number) for number in range(first, last + 1))

    def made_from(self, name: str) -> str:
        """Return what the variable `name` is first set to on a line of the text, nothing if it is not."""
        if name not in self._objects and len(self._objects) >= _OBJECTS:
            return ""
        if name not in self._objects:
            made = re.search(rf"(?<![\w.]){re.escape(name)}\s*:?=\s*([^\n;]{{1,120}})", self.text)
            self._objects[name] = made[1] if made else ""
        return self._objects[name]

    @cached_property
    def _exchanges(self) -> dict[frozenset[str], Owner]:
        return exchanges_by_account(self.text)

    def exchange_of(self, account: frozenset[str]) -> Owner | None:
        """Return whose the settings are whose names hold the words `account`: `EXCHANGE_2_NAME=kucoin`."""
        ways = (account, *(frozenset([word]) for word in sorted(account)))
        return next((self._exchanges[words] for words in ways if words in self._exchanges), None)

    def branches(self, offset: int) -> list[Block]:
        """Return the branches (`case "okx":`) around `offset`, innermost first; its own line may be one."""
        start = self.starts[self.line_of(offset)]
        own = Block(self.text[start:offset][-200:].strip(), start)
        return [block for block in (own, *self.blocks(offset)) if _BRANCH.match(block.label)]

    def heading(self, offset: int) -> str:
        """Return the comment lines directly above the paragraph's line that holds `offset`, nearest first."""
        number = self.line_of(offset) - 1
        found: list[str] = []
        for above in range(number, max(NONE, number - _SIBLINGS), -1):
            comment = self._comment(above)
            if comment is None:
                break
            if comment:
                found.append(comment)
                if len(found) > 1 and _TITLE.match(self.line(above)):
                    break
        return "\n".join(found)

    def _comment(self, number: int) -> str | None:
        """Return what a line says that is a comment, "" for code and settings, None if it is empty."""
        # Asked again for each value below it: a table has thousands.
        if number not in self._comments:
            line = self.line(number)
            comment = _HEADING.match(line)
            says = comment[1] if comment and not re.search(r"[:=]\s*\S", comment[1]) else ""
            self._comments[number] = says[:200] if line.strip() else None
        return self._comments[number]

    def holds(self, number: int, pattern: re.Pattern[str]) -> bool:
        """Return whether `pattern` is found in a line; that is remembered."""
        asked = pattern, number
        if asked not in self._held:
            self._held[asked] = pattern.search(self.line(number)) is not None
        return self._held[asked]

    def next_to(self, offset: int, reach: int) -> list[tuple[str, str]]:
        """Return the `name: value` pairs of the line of `offset` and of `reach` lines above and below it."""
        own = self.line_of(offset)
        numbers = range(max(0, own - reach), min(len(self.starts), own + reach + 1))
        pieces = [
            piece for n in numbers for piece in (self.line(n).split(";") if n == own else [self.line(n)])
        ]
        pairs = map(_FIELD.match, pieces)
        return [(pair["name"].strip(), pair["value"].strip().strip("\"',")) for pair in pairs if pair]

    def fields(self, start: int) -> list[tuple[str, str]]:
        """Return `name: value` pairs that stand directly in the block that starts at offset `start`."""
        if start not in self._fields:
            self._fields[start] = list(self._read_fields(self.line_of(start)))
        return self._fields[start]

    def _read_fields(self, block: int) -> list[tuple[str, str]]:
        parents, indents = self._parents
        pairs: list[tuple[str, str]] = []
        of_items: list[tuple[str, str]] = []
        item = self._is_item(block)
        section = bool(_SECTION.match(self.line(block))) and self.dialect.sections
        for number in range(block, min(block + _SIBLINGS, len(self.starts))):
            line = self.line(number)
            if number > block and not section and line.strip() and indents[number] <= indents[block]:
                break
            if number > block and section and _SECTION.match(line):
                break
            inside = parents[number] == block or (item and number == block) or section
            pair = _FIELD.match(line) if inside else None
            if pair:
                field = pair["name"].strip(), pair["value"].strip().strip("\"',")
                leads = number > block and self._is_item(number) and self._leads(number)
                (of_items if leads else pairs).append(field)
        # What the first lines of several items say is each item's own.
        return pairs + of_items if len(of_items) == 1 else pairs

    @cached_property
    def _tags(self) -> tuple[list[int], list[tuple[int, ...]]]:
        """Offsets of tags, and for each the offsets of the elements open behind it (16 innermost at most)."""
        offsets, opened = [], []
        stack: list[tuple[int, str]] = []
        for tag in _TAG.finditer(self.text):
            if tag[1]:
                names = [name for _, name in stack[-16:]]
                if tag[2] in names:
                    while stack.pop()[1] != tag[2]:
                        pass
            elif not tag[4]:
                stack.append((tag.start(), tag[2]))
            offsets.append(tag.start())
            opened.append(tuple(start for start, _ in stack[-16:]))
        return offsets, opened

    def attributes(self, offset: int) -> list[tuple[str, str]]:
        """Return the attributes of the markup tag that holds `offset`, none outside of markup."""
        if not self.dialect.tags:
            return []
        offsets, _ = self._tags
        last = bisect_right(offsets, offset) - 1
        tag = self._tag(offsets[last]) if last >= 0 else None
        if tag is None or not tag.start() <= offset < tag.end():
            return []
        return [(m[1], m[2] or m[3] or "") for m in _ATTRIBUTE.finditer(tag[0])]

    def _tag(self, start: int) -> re.Match[str] | None:
        return _TAG.match(self.text, start, start + _LONGEST_TAG)

    def _elements(self, offset: int) -> list[Block]:
        offsets, opened = self._tags
        last = bisect_right(offsets, offset) - 1
        if last < 0:
            return []
        labels = ((start, self._tag(start)) for start in reversed(opened[last]))
        return [Block(tag[0][:200], start) for start, tag in labels if tag]
