"""Names that stand elsewhere than on the way to a value: of its function, in a field or command, in prose."""

from __future__ import annotations

import re

from okx_secret_scan.detector import cues
from okx_secret_scan.detector.names import Name, read_name, split_words
from okx_secret_scan.detector.outline import Outline
from okx_secret_scan.detector.roles import Role
from okx_secret_scan.detector.steps import Relation, Trail

_FUNCTION = re.compile(r"(?:def|func|function|fun|fn|sub|[Ss]tring|str|get)\s+(\w+)\s*(?:\(|$)")


# A line of attributes, and a field of Rust or a property of C# below it.
_ATTRIBUTE = re.compile(r"[ \t]*#?\[")
_DECLARES = re.compile(
    r"[ \t]*(?:(?:pub(?:\([\w ]+\))?[ \t]+)?(\w+)[ \t]*:[ \t]*[\w:<>&' ]+,?"
    r"|[\w<>?, \t]*?(\w+)[ \t]*(?:\{|=|;))"
)
_ATTRIBUTES = 6  # lines between an attribute and what it is of
_GIVES = re.compile(r"\blet!?\s?\(:(\w+)\)$|(?<!new )\b(\w+)\([^()]*\)(?:\s*(?::|->)\s*\w+)?$")


def returned(outline: Outline, trail: Trail) -> Name | None:
    """Return the name of the function that gives a value: `def okx_secret(): return "…"`."""
    headers = [s.text for s in trail.steps if s.relation is Relation.BLOCK]
    headers += [block.label for block in outline.blocks(trail.statement)[:1]]
    for header in headers[:1]:
        function = _FUNCTION.search(header)
        name = read_name(function[1]) if function else None
        if name is not None and name.role is not None and not name.about and not name.weak:
            return name
    return None


def declared_below(outline: Outline, offset: int) -> Name | None:
    """Return the name of the field that the attribute at `offset` is of: `#[arg(default_value = "…")]`."""
    number = outline.line_of(offset)
    if not _ATTRIBUTE.match(outline.line(number)):
        return None
    below = range(number + 1, min(number + 1 + _ATTRIBUTES, len(outline.starts)))
    lines = (line for line in map(outline.line, below) if not _ATTRIBUTE.match(line))
    declared = next(filter(None, map(_DECLARES.match, lines)), None)
    name = read_name(declared[1] or declared[2]) if declared else None
    if name is None or name.role is None or name.about or name.weak:
        return None
    # An application has other keys, too.
    telling = name.owner is not None or "api" in split_words(name.text)
    return name if telling or name.role is not Role.KEY else None


def of_block(header: str) -> Name | None:
    """Return the name of what a block in braces gives: `String getSecret() {`, `let(:secret) {`."""
    gives = _GIVES.search(header)
    name = read_name(gives[1] or gives[2]) if gives else None
    if name is None or name.role is None or name.about or name.weak:
        return None
    return name


def sibling(fields: dict[str, str]) -> Name | None:
    """Return the name that a field beside a value gives it: `name: X` beside `value: …`."""
    for key, value in fields.items():
        if key.lower() in cues.NAME_FIELDS:
            name = read_name(value[:80])
            if name.role is not None:
                return name
    return None


def of_command(outline: Outline, trail: Trail, name: Name) -> Name:
    """Return the name that a command gives in its other words: `secret set NAME --body "value"`."""
    command = outline.command(trail.statement)
    named = (read_name(m[m.lastindex or 0]) for m in cues.NAMED_IN_COMMAND.finditer(command))
    return next((n for n in named if n.role is not None and not n.about), name)


def in_words(text: str) -> Name:
    """Read the name in words of prose that stand before a value: "the old secret key is"."""
    words = (text.rstrip("为為是") or text).split()
    while len(words) > 1 and words[-1].lower() in cues.FILLERS:
        words.pop()
    name = read_name(" ".join(words))
    return name if name.role is not None else read_name(words[-1])


def variable_of(text: str) -> str | None:
    """Return the name of the variable in a look-up, None if there is none to be read."""
    words = re.findall(r"[A-Za-z_][\w.\-:]*", re.sub(r"^(?:process\.env\.|(?i:env)\.|\$?\{?env:)", "", text))
    return words[-1][:80] if words else None
