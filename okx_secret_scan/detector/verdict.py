"""Decides which slots of a text are findings: whose they are, and what their neighbours prove."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from okx_secret_scan.detector import placeholders
from okx_secret_scan.detector.binding import Binding
from okx_secret_scan.detector.document import Document
from okx_secret_scan.detector.names import Role, split_words
from okx_secret_scan.detector.neighbours import Neighbours
from okx_secret_scan.detector.ownership import Ownership
from okx_secret_scan.detector.passphrases import LONGEST, SHORTEST, stands_out
from okx_secret_scan.detector.places import Slot
from okx_secret_scan.detector.providers import Owner, names_exchange
from okx_secret_scan.detector.published import is_published
from okx_secret_scan.detector.sdks import client_of
from okx_secret_scan.detector.shown import shown_name

NEAR = 6  # lines between the parts of a set that nothing else ties
_FAR = 40
_NOT_A_SECRET = frozenset(
    """
    build checksum commit digest etag fingerprint guid hash id md5 message nonce ord order project request rev
    revision session sha snapshot span tag trace uuid version
    """.split()  # noqa: SIM905 - a word list reads better as words
)
# Prose between two backticks or quotes, which only looks like a string.
_NO_NAME = re.compile(r"[()`;!?]|[.,]\s")
_HOLDS_CREDENTIALS = re.compile(
    r"(?i)cred|auth|client|api|exchange|account|key|sign|login|connect|trad|secret"
)
_DUMMY_NEIGHBOUR = re.compile(
    r"(?i)(?:api_?-?key|secret|access_?key)[\w\-]*[\"'\]]*\s*[:=]\s*[\"'](?P<value>[^\"'\n$]{1,60})[\"']"
)


@dataclass(frozen=True, slots=True)
class Part:
    """A slot that is a finding: its role and the evidence for it in words, the deciding one first."""

    slot: Slot
    role: Role
    evidence: tuple[str, ...]
    line: int
    comment: bool = False


def judge(slots: Iterable[Slot], document: Document) -> list[Part]:
    """Return the parts of OKX credentials among `slots`, in reading order."""
    unique = _unique(slots)
    shaped = [s for s in unique if s.shape is not None and not is_published(s.value)]
    published = [s for s in unique if s.shape is not None and is_published(s.value)]
    lines = {s.start: document.line(s.start) for s in unique}
    parts = {s.start: part for s in shaped if (part := _by_itself(s, document, lines[s.start]))}
    _add_pairs(parts, shaped, lines, document)
    _add_completing(parts, shaped, lines)
    _add_arguments(parts)
    proven = _Proven(parts.values(), published, lines)
    for slot in unique:
        if slot.shape is None and slot.start not in parts:
            part = _passphrase(slot, proven, lines[slot.start], document)
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


def _is_foreign(slot: Slot) -> bool:
    return slot.ownership is not None and slot.ownership.owner is not Owner.OKX


def _is_own(slot: Slot) -> bool:
    return slot.ownership is not None and slot.ownership.owner is Owner.OKX


def _by_itself(slot: Slot, document: Document, line: int) -> Part | None:
    """Judge a key or secret key by its own name, call, block, file and path."""
    shape = slot.shape
    if shape is None or _is_foreign(slot):
        return None
    role_fits = slot.role is shape or (shape is Role.SECRET and _wrong_place(slot))
    if not role_fits or (slot.name is not None and slot.name.weak and shape is Role.KEY):
        return None
    if _is_own(slot):
        return _part(slot, shape, slot.ownership, line)
    bare = slot.name is None or not slot.name.unknown
    if not bare:
        return None
    if document.calls_okx:
        why = "the path names OKX" if document.path_owner is Owner.OKX else "the file uses OKX's API"
        return _part(slot, shape, Ownership(Owner.OKX, why, "file"), line)
    if document.mentions_okx and (shape is Role.SECRET or not document.mentions_others):
        return _part(slot, shape, Ownership(Owner.OKX, "the file speaks of OKX", "file"), line)
    return None


def _wrong_place(slot: Slot) -> bool:
    """Return whether a secret key stands where OKX wants another part: it is a secret all the same."""
    name = slot.name
    if name is None or name.about or slot.ownership is None or not _is_own(slot):
        return False
    if name.role is Role.PASSPHRASE:
        return True
    if slot.ownership.level != "name":
        return False
    return (name.role is Role.KEY and not name.weak) or split_words(name.text)[-2:] == ["access", "sign"]


def _part(slot: Slot, role: Role, ownership: Ownership | None, line: int) -> Part:
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


def _share(a: Slot, b: Slot) -> bool:
    """Return whether two slots stand in one block or literal, other than the whole text."""
    return a.containers[0] == b.containers[0] or bool(set(a.containers[:2]) & set(b.containers[:2]) - {-1})


def _add_pairs(parts: dict[int, Part], shaped: list[Slot], lines: dict[int, int], document: Document) -> None:
    """Add keys and secret keys that stand together: no other exchange has that pair."""
    keys = [s for s in shaped if s.shape is Role.KEY and not _is_foreign(s)]
    secrets = [s for s in shaped if s.shape is Role.SECRET and not _is_foreign(s)]
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
                parts[slot.start] = _part(slot, role, ownership, lines[slot.start])


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
    ours = document.mentions_okx or _is_own(key)
    if ours and key.name is not None and secret.name is not None and key.name.text == secret.name.text:
        return True  # the name of the array asks for all of them: `okx_keys = ["…", "…"]`
    if key.role not in {None, Role.KEY} or secret.role not in {None, Role.SECRET}:
        return False
    return ours or _holds_credentials(key)


def _holds_credentials(slot: Slot) -> bool:
    texts = [slot.binding.call, slot.name.text if slot.name else None]
    return any(text and _HOLDS_CREDENTIALS.search(text) for text in texts)


def _add_completing(parts: dict[int, Part], shaped: list[Slot], lines: dict[int, int]) -> None:
    """Add what completes the set of a part that is proven: an unnamed secret key beside a key."""
    proven = Neighbours((p.slot.start, p.line, p) for p in parts.values())
    for slot in shaped:
        if slot.shape is None or slot.start in parts or _is_foreign(slot) or not _may_complete(slot):
            continue
        line, other = lines[slot.start], Role.KEY if slot.shape is Role.SECRET else Role.SECRET
        near = [
            p for p in proven.near(slot.start, line, NEAR) if p.role is other and _side_by_side(p.slot, slot)
        ]
        paired = any(
            p.role is slot.shape and _side_by_side(p.slot, q.slot)
            for q in near
            for p in proven.near(q.slot.start, q.line, _FAR)
        )
        if near and not paired:
            ownership = Ownership(Owner.OKX, f"it completes the set of the {other.value} beside it", "set")
            parts[slot.start] = _part(slot, slot.shape, ownership, line)
            proven.add(slot.start, line, parts[slot.start])


def _side_by_side(a: Slot, b: Slot) -> bool:
    """Return whether two slots complete each other: in one literal, both named or neither."""
    if a.binding.positional is not None or b.binding.positional is not None:
        both = a.binding.positional is not None and b.binding.positional is not None
        return both and a.containers[0] == b.containers[0] and (a.name is None) == (b.name is None)
    return _share(a, b)


def _may_complete(slot: Slot) -> bool:
    name = slot.name
    if name is None:
        return slot.role in {None, slot.shape} and slot.binding.positional is not None
    if slot.shape is Role.KEY:
        return name.role is Role.KEY
    if name.role is not None and not name.about:
        return True
    return _NOT_A_SECRET.isdisjoint(split_words(name.text)) and not name.unknown


def _add_arguments(parts: dict[int, Part]) -> None:
    """Add the unnamed passphrase of calls and arrays that hold a proven secret key or key."""
    for part in list(parts.values()):
        literal = part.slot.passphrase
        if literal is None or literal.start in parts:
            continue
        known = part.slot.binding.call is not None and client_of(part.slot.binding.call) is not None
        if not _is_passphrase(literal.value) or not (known or _is_chosen(literal.value)):
            continue
        slot = replace(
            part.slot, value=literal.value, start=literal.start, end=literal.end, shape=None, passphrase=None
        )
        parts[literal.start] = Part(
            slot, Role.PASSPHRASE, ("it follows the secret key", *part.evidence), part.line
        )


def _is_passphrase(value: str) -> bool:
    return SHORTEST <= len(value) <= LONGEST and not placeholders.is_placeholder(value)


def _is_chosen(value: str) -> bool:
    """Return whether an unnamed text looks chosen by a person rather than a word of the program."""
    return re.fullmatch(r"[a-z_]+|[A-Z]+(?:-[A-Z]+)+|\d{1,5}|v?\d+\.[\d.]*", value) is None


class _Proven:
    """The keys and secret keys of a text that a passphrase may belong to, and those that were published."""

    def __init__(self, parts: Iterable[Part], published: list[Slot], lines: dict[int, int]) -> None:
        keys_and_secrets = [p for p in parts if p.role is not Role.PASSPHRASE]
        self.near = Neighbours((p.slot.start, p.line, p) for p in keys_and_secrets)
        self.published = Neighbours((s.start, lines[s.start], s) for s in published)
        values = {role: {p.slot.value for p in keys_and_secrets if p.role is role} for role in Role}
        self.one_account = bool(keys_and_secrets) and all(len(found) <= 1 for found in values.values())


def _passphrase(slot: Slot, proven: _Proven, line: int, document: Document) -> Part | None:
    """Judge a passphrase: by the set it stands in, or alone by what it looks like."""
    name = slot.name
    if _is_foreign(slot) or not _is_passphrase(slot.value) or _equals_name(slot):
        return None
    if name is not None and _NO_NAME.search(name.text):
        return None
    if any(_share(p, slot) for p in proven.published.near(slot.start, line, NEAR)):
        return None
    weak = name is not None and name.weak
    beside = _beside(slot, line, proven, weak=weak)
    unknown = name.unknown if name is not None and name.owner is not Owner.OKX else frozenset()
    if beside is not None and beside.slot.name is not None:
        unknown -= beside.slot.name.unknown
    if unknown:
        return None
    if beside is not None:
        ownership = slot.ownership or Ownership(
            Owner.OKX, f"in a set with the {beside.role.value} beside it", "set"
        )
        return _part(slot, Role.PASSPHRASE, ownership, line)
    if not stands_out(slot.value) or placeholders.reads_as_text(slot.value) or _among_dummies(slot, document):
        return None
    if _is_own(slot):
        return _part(slot, Role.PASSPHRASE, slot.ownership, line)
    if document.calls_okx and not weak:
        return _part(slot, Role.PASSPHRASE, Ownership(Owner.OKX, "the file uses OKX's API", "file"), line)
    return None


def _beside(slot: Slot, line: int, proven: _Proven, *, weak: bool) -> Part | None:
    """Return the key or secret key whose set a passphrase belongs to."""
    reach = NEAR if weak and not _is_own(slot) else _FAR
    near = [p for p in proven.near.near(slot.start, line, reach) if _within(slot, line, p)]
    if not near and not weak and proven.one_account:
        near = proven.near.nearest(slot.start)
    return min(near, key=lambda p: abs(p.line - line)) if near else None


def _within(slot: Slot, line: int, part: Part) -> bool:
    if slot.name is not None and slot.name.weak and not _is_own(slot):
        near = slot.containers[0] != -1 or abs(part.line - line) <= NEAR // 2
        return near and slot.containers[0] == part.slot.containers[0]
    return _share(slot, part.slot) or _is_own(slot) or abs(part.line - line) <= NEAR // 2


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
