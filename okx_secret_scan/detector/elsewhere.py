"""Keys of services that no table knows: an address beside them tells, or the name of their block."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice, takewhile

from okx_secret_scan.detector.names import read_name
from okx_secret_scan.detector.providers import Owner, owner_of

_REACH = 2  # lines from the key, in one paragraph
_LONGEST = 300  # characters of a line that are read
_ADDRESS = re.compile(
    r"^[ \t]*(?:(?:const|let|var|val|final|static|public|private|export|string|String|-)[ \t]+)*"
    r"[\"'$@]?(?P<name>[A-Za-z_][\w.\-]{0,40})[\"']?[ \t]*(?::[ \t]*\w+[ \t]*)?(?::=|=>|=|:)[ \t]*"
    r"[frb]?[\"'`]?https?://(?P<host>[\w.\-]{4,100})"
)
# The same within a line, beside the key: `{apiKey: "…", url: "https://…"}`.
_BESIDE = re.compile(
    r"[{,(]\s*[\"']?(?P<name>[A-Za-z_][\w.\-]{0,40})[\"']?\s*(?:=>|[:=])\s*[\"'`]https?://(?P<host>[\w.\-]{4,100})"
)
_NAMES_API = re.compile(
    r"(?i)(?:api|base|service|rest|server|endpoint)?[_\-]?(?:url|uri|endpoint|host|base|server)"
)
_IS_PUBLIC = re.compile(r"(?:[\w-]+\.)+[A-Za-z]{2,}")
_NAMES_MORE = re.compile(r"(?i)secret|pass|phrase|pwd|密")
_HOST = re.compile(r"(?:http|ws)s?://(?P<host>[\w.\-]{4,100})")
_OF_OKX = re.compile(r"/api/v5/")  # also where it is reached through a gateway
_RESOURCE = re.compile(r"arn:aws[\w-]{0,10}:")
# How a variable gets into a header (`{"X-Api-Key": name}`) and an address (`f"https://…?key={name}"`).
_INTO_HEADER = (
    r"[\"'`](?P<header>[A-Za-z0-9][\w\-]{2,40})[\"'`]\s{0,8}(?:[:,]|=>|\]\s?=)\s{0,8}"
    r"(?:f?[\"'`]\w{0,8} ?\$?\{)?"
)
_INTO_ADDRESS = r"(?P<address>https?://[\w.\-]{4,100}[^\s\"'`<>{}]{0,200})(?:\$?\{|[\"'`]\s{0,8}[+.]\s{0,8})"
_USES = 20  # of a variable that are looked at
_COMPANIONS = 6  # lines around a key in which something else of its set is named
# What a key's block is called, and what calls another block OKX's.
_NAMES_BLOCK = r"[ \t]*(?:- (?:name|id|exchange|provider)[\"']?:[ \t]*)?\[{0,2}[\"']?"
_ENDS_BLOCK = r"[\"']?(?:[ \t]*[:={\]][\]{ \t]*)?\r?"
_LABEL = re.compile(rf"{_NAMES_BLOCK}([\w.\-]{{1,60}}){_ENDS_BLOCK}")
_OKX_LABEL = re.compile(rf"(?im)^{_NAMES_BLOCK}oke?x{_ENDS_BLOCK}$")
_SECTION = re.compile(r"\[+[\w.\- \"']+\]+[ \t]*\r?")
_LABEL_REACH = 40  # lines from a key to the label of its block


def opens_another_service(lines: list[str], number: int) -> bool:
    """Return whether the key on line `number` stands beside the address of an API that is not OKX's.

    A secret key or passphrase beside it, or an address of OKX, leaves the key OKX's: people reach it
    through gateways and mirrors.
    """
    own = lines[number][:_LONGEST]
    if _is_of_another(_BESIDE.finditer(own)) and not _speaks_of_okx(own):
        return True
    around = _paragraph(lines, number)
    if any(map(_speaks_of_okx, around)):
        return False
    return _is_of_another(_ADDRESS.match(line) for line in around)


def leads_elsewhere(address: str) -> bool:
    """Return whether `address` is public, not OKX's, and takes neither secret key nor passphrase."""
    if _RESOURCE.match(address):
        return True
    host = _HOST.match(address)
    if host is None or not _IS_PUBLIC.fullmatch(host["host"]):
        return False
    return not _speaks_of_okx(address) and not _OF_OKX.search(address)


def has_companion(lines: list[str], number: int) -> bool:
    """Return whether a secret key or a passphrase is named near line `number`, as deep as it or deeper."""
    indent = _indent(lines[number])
    above = reversed(lines[max(0, number - _COMPANIONS) : number])
    below = lines[number : number + _COMPANIONS + 1]
    return any(
        names_more(line[:_LONGEST])
        for side in (above, below)
        for line in takewhile(lambda line: not line.strip() or _indent(line) >= indent, side)
    )


def labels_okx(text: str) -> bool:
    """Return whether a block of `text` is called OKX's and nothing else: `okx:`, `[okx]`, `- name: okx`."""
    return _OKX_LABEL.search(text) is not None


def stands_under_another_name(lines: list[str], number: int) -> bool:
    """Return whether the block that holds line `number` is called by a name that says nothing of accounts."""
    indent = _indent(lines[number])
    for above in reversed(lines[max(0, number - _LABEL_REACH) : number]):
        if above.strip() and (_indent(above) < indent or _SECTION.fullmatch(above[:_LONGEST])):
            label = _LABEL.fullmatch(above[:_LONGEST])
            name = read_name(label[1]) if label else None
            if name is None or name.role is not None or name.owner is Owner.OKX:
                return False
            return name.owner is not None or bool(name.unknown)
    return False


def _indent(line: str) -> int:
    line = line[:_LONGEST]
    return len(line) - len(line.lstrip())


def names_more(text: str) -> bool:
    """Return whether `text` names a secret key or a passphrase."""
    return _NAMES_MORE.search(text) is not None


def is_handed_elsewhere(text: str, name: str) -> bool:
    """Return whether the variable `name` goes into another service's header or address, not into OKX's."""
    variable = rf"(?:\w+\.)?{re.escape(name)}\b"
    into_headers = re.finditer(_INTO_HEADER + variable, text)
    owners = {owner_of(found["header"]) for found in islice(into_headers, _USES)} - {None}
    if Owner.OKX in owners:
        return False
    into_addresses = re.finditer(rf"{_INTO_ADDRESS}{variable}", text)
    return bool(owners) or any(leads_elsewhere(found["address"]) for found in islice(into_addresses, _USES))


def _speaks_of_okx(line: str) -> bool:
    return owner_of(line) is Owner.OKX or names_more(line)


def _is_of_another(addresses: Iterable[re.Match[str] | None]) -> bool:
    """Return whether one of the `addresses` is that of an API in public."""
    return any(
        found and _NAMES_API.fullmatch(found["name"]) and _IS_PUBLIC.fullmatch(found["host"])
        for found in addresses
    )


def _paragraph(lines: list[str], number: int) -> list[str]:
    first = last = number
    while first > max(0, number - _REACH) and lines[first - 1].strip():
        first -= 1
    while last + 1 < min(len(lines), number + _REACH + 1) and lines[last + 1].strip():
        last += 1
    return [line[:_LONGEST] for line in lines[first : last + 1]]
