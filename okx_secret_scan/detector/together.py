"""What completes a set: values that stand together prove each other."""

from __future__ import annotations

import re
from dataclasses import replace

from okx_secret_scan.detector import placeholders
from okx_secret_scan.detector.document import Document
from okx_secret_scan.detector.names import split_words, tells_account
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
from okx_secret_scan.detector.providers import Owner
from okx_secret_scan.detector.qualifiers import OTHER_THINGS
from okx_secret_scan.detector.roles import Role
from okx_secret_scan.detector.sdks import client_of

SPEAKS_OF_OKX = "the file speaks of OKX"
_BLOCKS = 12  # of OKX's that are looked at
_HOLDS_CREDENTIALS = re.compile(
    r"(?i)cred|auth|client|api|exchange|account|key|sign|login|connect|trad|secret"
)
_TAKES_ACCOUNT = re.compile(r"(?i)cred|auth|client|exchange|account|acct|login|connect|api_?keys?")


def drop_of_neighbours(parts: dict[int, Part]) -> None:
    """Drop what nothing but the text's speaking of OKX proves and that stands in a block beside OKX's."""
    blocks: dict[Role, list[frozenset[int]]] = {role: [] for role in Role}
    for part in parts.values():
        owner = part.slot.ownership
        if owner is not None and owner.level == "block" and len(blocks[part.role]) < _BLOCKS:
            blocks[part.role].append(frozenset(part.slot.containers))
    for start, part in list(parts.items()):
        around = frozenset(part.slot.containers)
        if part.evidence[0] == SPEAKS_OF_OKX and any(
            around - own and own - around for own in blocks[part.role]
        ):
            del parts[start]


def add_pairs(parts: dict[int, Part], shaped: list[Slot], lines: dict[int, int], document: Document) -> None:
    """Add keys and secret keys that stand together: no other exchange has that pair."""
    keys = [s for s in shaped if s.shape is Role.KEY and not is_foreign(s)]
    secrets = [s for s in shaped if s.shape is Role.SECRET and not is_foreign(s)]
    named = Neighbours((k.start, lines[k.start], k) for k in keys if k.role is Role.KEY)
    others = Neighbours((k.start, lines[k.start], k) for k in keys if k.role is not Role.KEY)
    pairs = [
        (_closeness(key, secret, lines), key, secret)
        for secret in secrets
        for known in (named, others)
        for key in known.near(secret.start, lines[secret.start], NEAR)
        if _is_pair(key, secret, document)
    ]
    ownership = Ownership(Owner.OKX, "a key and a secret key with the shapes of OKX stand together", "set")
    taken: set[int] = set()
    for _, key, secret in sorted(pairs, key=lambda pair: pair[0]):
        if key.start in taken or secret.start in taken:
            continue
        taken |= {key.start, secret.start}
        for slot, role in ((key, Role.KEY), (secret, Role.SECRET)):
            if slot.start not in parts:
                parts[slot.start] = part_of(slot, role, ownership, lines[slot.start])


def _closeness(key: Slot, secret: Slot, lines: dict[int, int]) -> tuple[bool, bool, bool, int, int]:
    """Rank a pair: plainly named before `id`, in one literal before apart, near before far."""
    name = key.name
    return (
        name is not None and name.weak,
        key.containers[0] != secret.containers[0],
        name is not None and bool(name.unknown - (secret.name.unknown if secret.name else frozenset())),
        abs(lines[key.start] - lines[secret.start]),
        key.start,
    )


def _is_pair(key: Slot, secret: Slot, document: Document) -> bool:
    if key.role is Role.KEY and secret.role is Role.SECRET:
        return True
    if (
        key.bare
        and secret.bare
        and key.name is None
        and secret.name is None
        and key.binding.positional is None
    ):
        # A note: the two values on lines of their own.
        return document.mentions_okx and document.stands_alone(key) and document.stands_alone(secret)
    side_by_side = (
        key.binding.positional is not None
        and secret.binding.positional is not None
        and key.binding.positional[0] == secret.binding.positional[0]
        and secret.binding.positional[1] - key.binding.positional[1] in {1, 2}
    )
    if not side_by_side:
        return False
    ours = document.mentions_okx or is_own(key)
    if ours and key.name is not None and secret.name is not None and key.name.text == secret.name.text:
        return True  # the name of the array asks for all of them: `okx_keys = ["…", "…"]`
    if key.role not in {None, Role.KEY} or secret.role not in {None, Role.SECRET}:
        return False
    return ours or _holds_credentials(key) or _is_all_of_it(key, secret)


def _holds_credentials(slot: Slot) -> bool:
    texts = [slot.binding.call, slot.name.text if slot.name else None]
    return any(text and _HOLDS_CREDENTIALS.search(text) for text in texts)


def _is_all_of_it(key: Slot, secret: Slot) -> bool:
    """Return whether a call or array of an account holds a key, a secret key and then a passphrase."""
    third = secret.passphrase
    if third is None or not stands_out(third.value) or placeholders.reads_as_text(third.value):
        return False
    return key.binding.holder is not None and _TAKES_ACCOUNT.search(key.binding.holder) is not None


def add_completing(parts: dict[int, Part], shaped: list[Slot], lines: dict[int, int]) -> None:
    """Add what completes the set of a part that is proven: an unnamed secret key beside a key."""
    proven = Neighbours((p.slot.start, p.line, p) for p in parts.values())
    for slot in shaped:
        if slot.shape is None or slot.start in parts or is_foreign(slot) or not _may_complete(slot):
            continue
        line, other = lines[slot.start], Role.KEY if slot.shape is Role.SECRET else Role.SECRET
        near = [
            p for p in proven.near(slot.start, line, NEAR) if p.role is other and _side_by_side(p.slot, slot)
        ]
        paired = any(
            p.role is slot.shape and _side_by_side(p.slot, q.slot)
            for q in near
            for p in proven.near(q.slot.start, q.line, FAR)
        )
        if near and not paired:
            ownership = Ownership(Owner.OKX, f"it completes the set of the {other.value} beside it", "set")
            parts[slot.start] = part_of(slot, slot.shape, ownership, line)
            proven.add(slot.start, line, parts[slot.start])


def _side_by_side(a: Slot, b: Slot) -> bool:
    """Return whether two slots complete each other: in one literal, both named or neither."""
    if a.binding.positional is not None or b.binding.positional is not None:
        both = a.binding.positional is not None and b.binding.positional is not None
        return both and a.containers[0] == b.containers[0] and (a.name is None) == (b.name is None)
    return share(a, b)


def _may_complete(slot: Slot) -> bool:
    name = slot.name
    if name is None:
        return slot.role in {None, slot.shape} and slot.binding.positional is not None
    if slot.shape is Role.KEY:
        return name.role is Role.KEY or (tells_account(name) and name.owner is Owner.OKX)
    if name.role is not None and not name.about:
        return True
    return OTHER_THINGS.isdisjoint(split_words(name.text)) and not name.unknown


def add_arguments(parts: dict[int, Part]) -> None:
    """Add the unnamed passphrase of calls and arrays that hold a proven secret key or key."""
    for part in list(parts.values()):
        literal = part.slot.passphrase
        if literal is None or literal.start in parts:
            continue
        known = part.slot.binding.call is not None and client_of(part.slot.binding.call) is not None
        if not may_be_passphrase(literal.value) or not (known or is_chosen(literal.value)):
            continue
        slot = replace(
            part.slot, value=literal.value, start=literal.start, end=literal.end, shape=None, passphrase=None
        )
        parts[literal.start] = Part(
            slot, Role.PASSPHRASE, ("it follows the secret key", *part.evidence), part.line
        )
