"""Judges passphrases: by the set they stand in, or alone by what they look like."""

from __future__ import annotations

import re
from collections.abc import Iterable

from okx_secret_scan.detector import placeholders
from okx_secret_scan.detector.document import Document
from okx_secret_scan.detector.neighbours import FAR, NEAR, Neighbours
from okx_secret_scan.detector.ownership import Ownership
from okx_secret_scan.detector.parts import (
    Part,
    is_foreign,
    is_own,
    may_be_passphrase,
    part_of,
    share,
)
from okx_secret_scan.detector.passphrases import is_chosen, stands_out
from okx_secret_scan.detector.places import Slot
from okx_secret_scan.detector.providers import Owner, names_exchange, owner_of
from okx_secret_scan.detector.published import is_published
from okx_secret_scan.detector.roles import Role

# Prose between two backticks or quotes, which only looks like a string.
_NO_NAME = re.compile(r"[()`;!?]|[.,]\s")
_DUMMY_NEIGHBOUR = re.compile(
    r"(?i)(?:api_?-?key|secret|access_?key)[\w\-]*[\"'\]]*\s*[:=]\s*[\"'](?P<value>[^\"'\n$]{1,60})[\"']"
)


# Services that OKX offers, too.
_OF_OKX = frozenset({"wallet"})


class Proven:
    """The keys and secret keys of a text that a passphrase may belong to, and those that were published.

    `complete` are the blocks and literals that hold a passphrase.
    """

    def __init__(self, parts: Iterable[Part], slots: Iterable[Slot], lines: dict[int, int]) -> None:
        published = [s for s in slots if s.shape is not None and is_published(s.value)]
        keys_and_secrets = [p for p in parts if p.role is not Role.PASSPHRASE]
        self.near = Neighbours((p.slot.start, p.line, p) for p in keys_and_secrets)
        self.published = Neighbours((s.start, lines[s.start], s) for s in published)
        values = {role: {p.slot.value for p in keys_and_secrets if p.role is role} for role in Role}
        own = (
            s for s in slots if s.role is Role.PASSPHRASE and s.shape is None and may_be_passphrase(s.value)
        )
        self.complete = {s.containers[0] for s in own} - {-1}
        self.one_account = bool(keys_and_secrets) and all(len(found) <= 1 for found in values.values())


def judge_passphrase(slot: Slot, proven: Proven, line: int, document: Document) -> Part | None:
    """Judge a passphrase: by the set it stands in, or alone by what it looks like."""
    name = slot.name
    if is_foreign(slot) or not may_be_passphrase(slot.value) or _equals_name(slot):
        return None
    if name is not None and _NO_NAME.search(name.text):
        return None
    if name is None and slot.binding.call is None and not _looks_chosen(slot):
        return None
    if name is not None and any(owner_of(word) is Owner.SERVICE for word in name.unknown - _OF_OKX):
        return None
    if any(share(p, slot) for p in proven.published.near(slot.start, line, NEAR)):
        return None
    weak = name is not None and name.weak
    beside = _beside(slot, line, proven, document)
    unknown = name.unknown if name is not None and name.owner is not Owner.OKX else frozenset()
    if beside is not None and beside.slot.name is not None:
        unknown -= beside.slot.name.unknown
    if unknown:
        return None
    if beside is not None:
        ownership = slot.ownership or Ownership(
            Owner.OKX, f"in a set with the {beside.role.value} beside it", "set"
        )
        return part_of(slot, Role.PASSPHRASE, ownership, line)
    if placeholders.is_placeholder(slot.value) or not stands_out(slot.value):
        return None
    if placeholders.reads_as_text(slot.value) or _among_dummies(slot, document):
        return None
    if is_own(slot):
        return part_of(slot, Role.PASSPHRASE, slot.ownership, line)
    if document.calls_okx and not weak:
        return part_of(slot, Role.PASSPHRASE, Ownership(Owner.OKX, "the file uses OKX's API", "file"), line)
    return None


def _looks_chosen(slot: Slot) -> bool:
    """Return whether what only follows a key and a secret key looks like a passphrase."""
    by_call = slot.ownership is not None and slot.ownership.level == "call" and is_own(slot)
    return (
        is_chosen(slot.value)
        if by_call
        else stands_out(slot.value) and not placeholders.reads_as_text(slot.value)
    )


def _beside(slot: Slot, line: int, proven: Proven, document: Document) -> Part | None:
    """Return the key or secret key whose set a passphrase belongs to."""
    weak = slot.name is not None and slot.name.weak
    reach = NEAR if weak and not is_own(slot) else FAR
    near = [p for p in proven.near.near(slot.start, line, reach) if _within(slot, line, p, document)]
    if not near and not weak and proven.one_account:
        near = proven.near.nearest(slot.start)
    near = [p for p in near if _may_take(slot, p, proven)]
    return min(near, key=lambda p: abs(p.line - line)) if near else None


def _may_take(slot: Slot, part: Part, proven: Proven) -> bool:
    """Return whether a passphrase may belong to a key or secret key, as far as others do not."""
    apart = slot.containers[0] != part.slot.containers[0]
    return is_own(slot) or not (apart and part.slot.containers[0] in proven.complete)


def _within(slot: Slot, line: int, part: Part, document: Document) -> bool:
    if slot.name is not None and slot.name.weak and not is_own(slot):
        near = slot.containers[0] != -1 or document.lines_between(part.line, line) <= NEAR // 2
        return near and slot.containers[0] == part.slot.containers[0]
    return share(slot, part.slot) or is_own(slot) or abs(part.line - line) <= NEAR // 2


def _equals_name(slot: Slot) -> bool:
    """Return whether a value only repeats its own name."""
    if slot.name is None:
        return False
    value = re.sub(r"\W|_", "", slot.value.lower())
    return value != "" and value in re.sub(r"\W|_", "", slot.name.text.lower())


def _among_dummies(slot: Slot, document: Document) -> bool:
    """Return whether the key or secret key written beside a passphrase is a dummy."""
    text = document.text
    start = max(0, slot.start - 300)
    around = text[start : slot.start] + "\n" + text[slot.end : slot.end + 300]
    return any(
        m["value"].strip()
        and not placeholders.is_reference(m["value"])
        and not names_exchange(m[0])
        and not re.fullmatch(r"[A-Z][A-Z0-9_]+|OK-ACCESS-\w+", m["value"])
        for m in _DUMMY_NEIGHBOUR.finditer(around)
    )
