"""Reads what refs, files and folders are called: names without syntax, only words with joints between.

A value is named by the words before it in its part of a path (`okx-api-key-VALUE`), else by those behind it
(`VALUE.okx-key.txt`), else by the part before (`okx/keys/VALUE`). Where a provider alone stands beside it,
the value is what it looks like: people do not put more into a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from okx_secret_scan.detector.binding import Binding
from okx_secret_scan.detector.lexer import NONE
from okx_secret_scan.detector.names import Name, read_name, split_words
from okx_secret_scan.detector.ownership import Ownership
from okx_secret_scan.detector.places import Slot, shape_of
from okx_secret_scan.detector.providers import Owner, owner_of
from okx_secret_scan.detector.qualifiers import OTHER_THINGS
from okx_secret_scan.detector.roles import Role
from okx_secret_scan.detector.shapes import IN_NAME
from okx_secret_scan.detector.shown import shown_header, shown_name

_JOINTS = " -_.=:@+"
_PART = re.compile(r"[^/\\!]+")
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,5}\Z")
# What stands between blanks and marks of a text may be a name.
_IN_TEXT = re.compile(r"[^\s\"'`,;()<>\[\]{}|]+")
# What may stand between a provider and a value and says nothing of it.
_OF_ACCOUNTS = frozenset(
    """
    acc account acct api auth bot cred credential credentials creds demo live main my paper prod production
    real sandbox simulated test testnet v
    """.split()  # noqa: SIM905 - a word list reads better as words
)


def in_text(text: str) -> Iterator[Slot]:
    """Yield the slots of all names that stand in a text."""
    if IN_NAME.search(text):
        for word in _IN_TEXT.finditer(text):
            yield from in_name(text, *word.span())


def in_name(text: str, start: int, end: int) -> Iterator[Slot]:
    """Yield the slots of the name that stands in `text` from `start` to `end`."""
    outer: list[str] = []
    for part in _PART.finditer(text, start, end):
        yield from _in_part(text, part.span(), outer)
        outer.append(part[0])


def _in_part(text: str, span: tuple[int, int], outer: Sequence[str]) -> Iterator[Slot]:
    """Yield the slots of one part of a path; `outer` are the parts before it."""
    start, end = span
    edge, last = start, None
    for value in IN_NAME.finditer(text, start, end):
        words, edge = text[edge : value.start()], value.end()
        shape = shape_of(value[0])
        if shape is None:
            name = None
        elif said := split_words(words):
            name = _read(words, said[::-1], shape)
        elif last is not None:
            name = replace(last, role=shape, weak=False)
        else:
            name = _elsewhere(text[value.end() : end], outer, shape)
        if name is not None:
            owner = _owner(name, [text[start : value.start()], *reversed(outer)])
            yield Slot(value[0], *value.span(), shape, Binding(name, name.role), owner, (NONE,))
        last = name


def _read(words: str, said: Sequence[str], shape: Role) -> Name | None:
    """Return the name that `words` are for a value of `shape`; `said` are they from the value outwards."""
    if _is_provider(said):
        return replace(read_name(words.strip(_JOINTS)), role=shape, weak=False)
    name = _asking(words, shape)
    return None if name is None or said[0] in name.unknown else name


def _asking(words: str, shape: Role) -> Name | None:
    """Return the name that `words` are, None if they ask for no part of a credential."""
    name = read_name(words.strip(_JOINTS))
    if name.role is None or name.about:
        return None
    # Nobody is as exact in a name as in code: the shape tells a key from a secret key.
    return name if name.weak else replace(name, role=shape)


def _elsewhere(behind: str, outer: Sequence[str], shape: Role) -> Name | None:
    """Return what names a value that has no words before it: those `behind`, or the last of `outer`."""
    following = IN_NAME.search(behind)
    words = behind[: following.start()] if following else _ENDING.sub("", behind)
    if said := split_words(words):
        name = _read(words, said, shape)
    else:
        name = _asking(outer[-1], shape) if outer else None
    return None if name is None or name.unknown else name


def _is_provider(said: Sequence[str]) -> bool:
    """Return whether the words beside a value begin with OKX's name and speak of nothing else."""
    first = next((word for word in said if word not in _OF_ACCOUNTS and not word.isdigit()), "")
    return owner_of(first) is Owner.OKX and OTHER_THINGS.isdisjoint(said)


def _owner(name: Name, outwards: Sequence[str]) -> Ownership | None:
    """Return whose a value is: its own name says it, or else the nearest of what it stands in."""
    if name.owner is not None:
        return Ownership(name.owner, f"name {shown_name(name.text)}", "name")
    for text in outwards:
        owner = owner_of(text)
        if owner in (Owner.OKX, Owner.EXCHANGE):
            return Ownership(owner, f"it stands in {shown_header(text)}", "block")
    return None
