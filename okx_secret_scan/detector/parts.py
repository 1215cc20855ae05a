"""A slot that is a finding, and what tells of any slot whose it is and what it stands with."""

from __future__ import annotations

from dataclasses import dataclass

from okx_secret_scan.detector import placeholders
from okx_secret_scan.detector.binding import Binding
from okx_secret_scan.detector.ownership import Ownership
from okx_secret_scan.detector.passphrases import LONGEST, SHORTEST
from okx_secret_scan.detector.places import Slot
from okx_secret_scan.detector.providers import Owner
from okx_secret_scan.detector.roles import Role
from okx_secret_scan.detector.shown import shown_name


@dataclass(frozen=True, slots=True)
class Part:
    """A slot that is a finding: its role and the evidence for it in words, the deciding one first."""

    slot: Slot
    role: Role
    evidence: tuple[str, ...]
    line: int
    comment: bool = False


def is_foreign(slot: Slot) -> bool:
    return slot.ownership is not None and slot.ownership.owner is not Owner.OKX


def is_own(slot: Slot) -> bool:
    return slot.ownership is not None and slot.ownership.owner is Owner.OKX


def part_of(slot: Slot, role: Role, ownership: Ownership | None, line: int) -> Part:
    evidence = [ownership.why] if ownership else []
    binding: Binding = slot.binding
    if binding.call:
        evidence.append(f"argument of {shown_name(binding.call)}")
    elif binding.name is not None and (not ownership or ownership.level != "name"):
        evidence.append(f"named {shown_name(binding.name.text)}")
    if binding.env is not None:
        evidence.append(f"default of {binding.env.variable or 'a setting'}")
    if slot.encoding:
        evidence.append(f"written in {slot.encoding}")
    return Part(slot, role, tuple(dict.fromkeys(evidence)), line)


def share(a: Slot, b: Slot) -> bool:
    """Return whether two slots stand in one block or literal, other than the whole text."""
    return a.containers[0] == b.containers[0] or bool(set(a.containers[:2]) & set(b.containers[:2]) - {-1})


def may_be_passphrase(value: str) -> bool:
    """Return whether `value` may be a passphrase beside a real key or secret key."""
    return SHORTEST <= len(value) <= LONGEST and not placeholders.is_placeholder_in_set(value)
