"""Whose a value is: the nearest evidence wins, from its name out to the blocks around it."""

from __future__ import annotations

import re
from typing import NamedTuple

from okx_secret_scan.detector.binding import Binding
from okx_secret_scan.detector.elsewhere import leads_elsewhere, names_companion
from okx_secret_scan.detector.lexer import Kind, Tokens
from okx_secret_scan.detector.logins import is_of_login
from okx_secret_scan.detector.names import read_name
from okx_secret_scan.detector.neighbours import NEAR
from okx_secret_scan.detector.outline import Block, Outline
from okx_secret_scan.detector.providers import HOST, Owner, names_service, owner_of
from okx_secret_scan.detector.roles import Role
from okx_secret_scan.detector.sdks import client_of
from okx_secret_scan.detector.shapes import KEY, SECRET
from okx_secret_scan.detector.shown import shown_header, shown_name
from okx_secret_scan.detector.steps import Relation, Step, Trail

# Fields whose value says to which exchange the rest of their block belongs.
EXCHANGE_FIELDS = frozenset(
    [
        "exchange",
        "exchanges",
        "name",
        "id",
        "venue",
        "platform",
        "provider",
        "market",
        "broker",
        "connector",
        "source",
        "type",
        "kind",
        "gateway",
        "host",
        "url",
        "base_url",
        "baseurl",
        "base",
        "endpoint",
        "rest",
        "ws",
        "domain",
        "api_url",
        "site",
        "exchange_id",
        "exchangeid",
        "exchangename",
        "exchange_name",
        "cex",
        "service",
        "label",
        "account",
        "client",
        "server",
        "api",
        "driver",
        "title",
        "tag",
        "desc",
        "description",
    ]
)
_FIELD_LENGTH = 120
# An address of which a value is a part: what another sign parts from it stands beside it.
_ADDRESS = re.compile(
    r"\b(?:(?:http|ws)s?://([\w.-]+)|arn:aws)[^\s\"'<>`;,|，{}?&]*(?:\?[^\s\"'<>`;,|，{}]*)?\Z"
)
_WHOLE_ADDRESS = re.compile(r"[^\s\"'<>`]+")
_ADDRESS_LENGTH = 300
# Calls that send what they are given to an address, and what that is called; without a name, `name`.
_REQUESTS = re.compile(r"(?i)get|post|put|patch|delete|request|fetch|axios|urlopen|head|send|query|call")
_TARGETS = frozenset({"name", "url", "uri", "endpoint"})
_INSIDE = 3000  # characters of a literal in which the rest of a set is looked for
_FLAG_REACH = 400  # characters between a command and its option
# A label that is but a key (`postgres:`, `[smtp]`, `<database>`) owns what is in it, whatever it names.
_KEY_LABEL = re.compile(r"(?:- )?[\"']?[\w.\-]+[\"']?:?|\[+[^\[\]]*\]+|<[\w:.-]+>")


class Ownership(NamedTuple):
    """Whom the evidence points to and why (`why` holds names and labels, never values)."""

    owner: Owner
    why: str
    level: str


def ownership(
    tokens: Tokens, outline: Outline, trail: Trail, binding: Binding, offset: int
) -> Ownership | None:
    """Return the nearest evidence for an owner of the value at `offset`, None if nothing speaks of one."""
    if binding.name is not None and binding.name.owner is not None:
        return Ownership(binding.name.owner, f"name {shown_name(binding.name.text)}", "name")
    owner = outline.exchange_of(binding.name.qualifiers) if binding.name is not None else None
    if owner:
        return Ownership(owner, "a setting beside it names the exchange", "block")
    in_address = _of_address(tokens.text, offset)
    if in_address:
        return in_address
    if _is_of_login(tokens, outline, trail, binding):
        return Ownership(Owner.SERVICE, "who logs in, or where, stands beside it", "call")
    branches = [block for block in outline.branches(offset) if _strong(block.label)]
    for step in trail.steps:
        if step.relation is Relation.BLOCK and branches and branches[0].start > tokens.starts[step.bracket]:
            return _of_branch(branches[0])
        found = _of_step(tokens, step)
        if found:
            return found
        if _is_sent_elsewhere(tokens, step):
            return Ownership(Owner.SERVICE, "the call is of an address that is not OKX's", "call")
    if branches and branches[0].start == outline.starts[outline.line_of(offset)]:
        return _of_branch(branches[0])
    holder, dot, _ = binding.name.text.partition(".") if binding.name is not None else ("", "", "")
    if dot and holder.isidentifier() and holder not in {"self", "this"}:
        made = outline.made_from(holder)
        owner = _strong(made)
        if owner:
            return Ownership(owner, f"{shown_name(holder)} is made from {shown_header(made)}", "call")
    owner = _of_fields(outline.attributes(offset))
    if owner:
        return Ownership(owner, "the element that holds it names the exchange", "block")
    if _is_flag_of_service(tokens, trail, offset):
        return Ownership(Owner.SERVICE, "option of another program", "call")
    return _of_surroundings(outline, trail, weak=binding.name is not None and binding.name.weak)


def _of_surroundings(outline: Outline, trail: Trail, *, weak: bool) -> Ownership | None:
    """Return the evidence of the blocks around a statement, or of the comment above it.

    Of a name that is `weak` (`password`), a comment that speaks of another service, too, proves nothing.
    """
    for block in outline.blocks(trail.statement):
        owner = owner_of(block.label) if _KEY_LABEL.fullmatch(block.label) else _strong(block.label)
        if owner:
            return Ownership(owner, f"block {shown_header(block.label)}", "block")
        owner = _of_fields(outline.fields(block.start))
        if owner:
            return Ownership(owner, f"block {shown_header(block.label)} names the exchange", "block")
    heading = outline.heading(trail.statement)
    owner = _strong(heading)
    if owner and not (weak and names_service(heading)):
        return Ownership(owner, "comment above", "block")
    return None


def _is_of_login(tokens: Tokens, outline: Outline, trail: Trail, binding: Binding) -> bool:
    name = binding.name if binding.role is Role.PASSPHRASE else None
    if name is None:
        return False
    named = False
    for number, step in enumerate(trail.steps):
        if named and step.bracket >= 0:
            # The call that takes the field, or the literal with the field.
            calls = (s.text for s in trail.steps[number : number + 2] if s.relation is Relation.ARGUMENT)
            callee = next(calls, "")
            ours = _is_labelled_okx(outline, trail, number, nearest=name.weak)
            if owner_of(callee.rpartition(".")[2]) is Owner.OKX or (ours and not name.weak):
                return False
            further = [("", _inside(tokens, step.bracket))]
            return is_of_login(name, _fields(tokens, step.bracket), callee, further=further, ours=ours)
        named = named or (step.relation is Relation.NAME and step.operator != " ")
    blocks = [block for block in outline.blocks(trail.statement) if outline.holds_more(block)]
    if blocks:
        ours = _is_labelled_okx(outline, trail, len(trail.steps), nearest=name.weak)
        fields = outline.fields(blocks[0].start)
        return not (ours and not name.weak) and is_of_login(name, fields, ours=ours)
    beside, further = (outline.next_to(trail.statement, reach) for reach in (1, NEAR))
    return is_of_login(name, beside, further=further)


def _is_labelled_okx(outline: Outline, trail: Trail, number: int, *, nearest: bool) -> bool:
    """Return whether OKX is whom the labels of step `number` name first: its call, then keys and sections.

    Only the `nearest` label counts, or all up to one that speaks of another thing.
    """
    own, *outer = trail.steps[number:] or [Step(Relation.BLOCK)]
    labels = [own.text, *(step.text for step in outer if step.relation is not Relation.BLOCK)]
    sections = [block.label for block in outline.blocks(trail.statement)]
    labels += [label for label in sections if _KEY_LABEL.fullmatch(label)]
    for label in filter(None, labels):
        owner = owner_of(label)
        # `okx:` and `okx_accounts:` hold credentials, a job called `deploy-okx-bot:` steps of any kind.
        other = label in sections and read_name(label.strip("[]<>- :\"'")).unknown
        if owner or other or nearest:
            return owner is Owner.OKX and not other
    return False


def _of_address(text: str, offset: int) -> Ownership | None:
    """Return whose the address is of which the value at `offset` is a part."""
    address = _ADDRESS.search(text, max(0, offset - _ADDRESS_LENGTH), offset)
    if address is None:
        return None
    if address[1] and (owner := owner_of(address[0])):
        return Ownership(owner, f"part of an address at {address[1]}", "call")
    # People reach OKX through relays of their own: beside a secret key, the key is its.
    around = text[max(0, address.start() - _ADDRESS_LENGTH) : offset + 2 * _ADDRESS_LENGTH]
    whole = _WHOLE_ADDRESS.match(text, address.start(), address.start() + 2 * _ADDRESS_LENGTH)
    if KEY.match(text, offset) and whole and not SECRET.search(around) and leads_elsewhere(whole[0]):
        return Ownership(Owner.SERVICE, "part of an address that is not OKX's", "call")
    return None


def _is_sent_elsewhere(tokens: Tokens, step: Step) -> bool:
    """Return whether a key alone is an argument, or in one, of a call of an address that is not OKX's."""
    callee = re.split(r"[.:>]", step.text)[-1]
    if step.relation is not Relation.ARGUMENT or not _REQUESTS.fullmatch(callee):
        return False
    arguments = _inside(tokens, step.bracket)
    if "://" not in arguments or SECRET.search(arguments) or names_companion(arguments):
        return False
    fields = _fields(tokens, step.bracket)
    return any(name in _TARGETS and leads_elsewhere(value) for name, value in fields)


def _inside(tokens: Tokens, bracket: int) -> str:
    """Return the text in a bracket, of a long one its beginning."""
    start = tokens.ends[bracket]
    closing = tokens.partners.get(bracket)
    end = tokens.starts[closing] if closing is not None else start
    return tokens.text[start : min(end, start + _INSIDE)]


def _of_branch(branch: Block) -> Ownership | None:
    owner = _strong(branch.label)
    return Ownership(owner, f"branch {shown_header(branch.label)}", "block") if owner else None


def _is_flag_of_service(tokens: Tokens, trail: Trail, offset: int) -> bool:
    """Return whether a value is given to an option of another program: `gpg --passphrase …`."""
    flag = next((s for s in trail.steps if s.relation is Relation.NAME), None)
    if flag is None or flag.operator != " " or not flag.text.startswith("-"):
        return False
    start = max(0, trail.statement - _FLAG_REACH)
    line = tokens.text.rfind("\n", start, trail.statement) + 1 or start
    return owner_of(tokens.text[line:offset].split(flag.text)[0][-200:]) is Owner.SERVICE


def _strong(text: str) -> Owner | None:
    owner = owner_of(text)
    return None if owner is Owner.SERVICE else owner


def _of_step(tokens: Tokens, step: Step) -> Ownership | None:
    owner = None
    if step.operator != " ":
        owner = owner_of(step.text) if step.operator in {":", "=>"} else _strong(step.text)
    if owner:
        level = "name" if step.relation is Relation.FALLBACK else "block"
        kind = "call" if step.relation is Relation.ARGUMENT else level
        return Ownership(owner, f"{kind} {shown_header(step.text)}", "call" if kind == "call" else level)
    if step.holder and (owner := _strong(step.holder)):
        return Ownership(owner, f"element of {shown_header(step.holder)}", "block")
    if step.relation is Relation.ARGUMENT:
        client = client_of(step.text)
        if client:
            return Ownership(Owner.OKX, f"call of the client {client.name}", "call")
    if step.bracket >= 0:
        owner = _of_fields(_fields(tokens, step.bracket))
        if owner:
            return Ownership(owner, "the literal that holds it names the exchange", "block")
    return None


def _fields(tokens: Tokens, bracket: int) -> list[tuple[str, str]]:
    """Return the pairs that stand directly in a bracket, and its bare strings as unnamed pairs."""
    closing = tokens.partners.get(bracket, min(bracket + 300, len(tokens)))
    pairs = []
    for i in range(bracket + 1, min(closing, bracket + 300)):
        if tokens.parents[i] != bracket or tokens.kinds[i] not in {Kind.STRING, Kind.WORD}:
            continue
        if i >= bracket + 3 and tokens.raw(i - 1) in {":", "=", "=>", "->"}:
            pairs.append((tokens.word(i - 2), tokens.word(i)))
        elif tokens.kinds[i] is Kind.STRING and tokens.raw(bracket) == "(":
            pairs.append(("name", tokens.word(i)))
    return pairs


def _of_fields(fields: list[tuple[str, str]]) -> Owner | None:
    """Return the owner that a block's own fields name, OKX if several are named."""
    owners = {
        owner
        for name, value in fields
        if len(value) <= _FIELD_LENGTH
        and (name.lower().strip("\"'$") in EXCHANGE_FIELDS or HOST.search(value))
        and (owner := _strong(value))
    }
    if Owner.OKX in owners:
        return Owner.OKX
    return owners.pop() if owners else None
