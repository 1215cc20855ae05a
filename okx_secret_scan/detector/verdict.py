"""Decides which slots of a text are findings: whose they are, and what their neighbours prove."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from okx_secret_scan.detector.chosen import Proven, judge_passphrase
from okx_secret_scan.detector.document import Document
from okx_secret_scan.detector.names import split_words
from okx_secret_scan.detector.ownership import Ownership
from okx_secret_scan.detector.parts import Part, is_foreign, is_own, part_of
from okx_secret_scan.detector.places import Slot
from okx_secret_scan.detector.providers import Owner
from okx_secret_scan.detector.published import is_published
from okx_secret_scan.detector.roles import Role
from okx_secret_scan.detector.together import (
    SPEAKS_OF_OKX,
    add_arguments,
    add_completing,
    add_pairs,
    drop_of_neighbours,
)


def judge(slots: Iterable[Slot], document: Document) -> list[Part]:
    """Return the parts of OKX credentials among `slots`, in reading order."""
    unique = _unique(slots)
    shaped = [s for s in unique if s.shape is not None and not is_published(s.value)]
    lines = {s.start: document.line(s.start) for s in unique}
    parts = {s.start: part for s in shaped if (part := _by_itself(s, document, lines[s.start]))}
    drop_of_neighbours(parts)
    add_pairs(parts, shaped, lines, document)
    add_completing(parts, shaped, lines)
    add_arguments(parts)
    proven = Proven(parts.values(), unique, lines)
    for slot in unique:
        if slot.shape is None and slot.start not in parts:
            part = judge_passphrase(slot, proven, lines[slot.start], document)
            if part:
                parts[slot.start] = part
    ordered = sorted(parts.values(), key=lambda p: p.slot.start)
    return [replace(p, comment=document.is_comment(p.slot.start)) for p in ordered]


def _unique(slots: Iterable[Slot]) -> list[Slot]:
    """Keep one slot for each place: the one that is bound best."""
    best: dict[int, Slot] = {}
    for slot in slots:
        known = best.get(slot.start)
        if known is None or _weight(slot) >= _weight(known):
            best[slot.start] = slot
    return sorted(best.values(), key=lambda s: s.start)


def _weight(slot: Slot) -> tuple[bool, ...]:
    binding = slot.binding
    return (
        slot.shape is not None,
        binding.role is not None,
        binding.env is not None,
        slot.ownership is not None,
        binding.positional is not None,
    )


def _by_itself(slot: Slot, document: Document, line: int) -> Part | None:
    """Judge a key or secret key by its own name, call, block, file and path."""
    shape = slot.shape
    if shape is None or is_foreign(slot):
        return None
    role_fits = slot.role is shape or (shape is Role.SECRET and _wrong_place(slot))
    if not role_fits or (shape is Role.KEY and _is_weak(slot)):
        return None
    if is_own(slot):
        return part_of(slot, shape, slot.ownership, line)
    bare = slot.name is None or not slot.name.unknown
    if not bare or (
        shape is Role.KEY and document.path_owner is not Owner.OKX and document.opens_another_service(slot)
    ):
        return None
    if document.calls_okx:
        why = "the path names OKX" if document.path_owner is Owner.OKX else "the file uses OKX's API"
        return part_of(slot, shape, Ownership(Owner.OKX, why, "file"), line)
    if document.mentions_okx and (shape is Role.SECRET or not document.mentions_others):
        return part_of(slot, shape, Ownership(Owner.OKX, SPEAKS_OF_OKX, "file"), line)
    return None


def _is_weak(slot: Slot) -> bool:
    """Return whether a name asks for a key only beside a secret key: an app's, unless the app is OKX's."""
    name = slot.name
    if name is None or not name.weak:
        return False
    return not (is_own(slot) and split_words(name.text)[-2:] == ["app", "key"])


def _wrong_place(slot: Slot) -> bool:
    """Return whether a secret key stands where OKX wants another part: it is a secret all the same."""
    name = slot.name
    if name is None or name.about or slot.ownership is None or not is_own(slot):
        return False
    if name.role is Role.PASSPHRASE:
        return True
    if slot.ownership.level != "name":
        return False
    return (name.role is Role.KEY and not name.weak) or split_words(name.text)[-2:] == ["access", "sign"]
