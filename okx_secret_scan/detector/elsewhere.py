"""Keys of services that no table knows: the address beside them tells, or that to which they go."""

from __future__ import annotations

import re
from collections.abc import Iterable

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
# OKX's paths, also where they are reached through a gateway.
_OF_OKX = re.compile(r"/(?:api|ws|priapi)/v\d/|/api/(?:spot|swap|futures|account|margin|option)/v3/")
_RESOURCE = re.compile(r"arn:aws[\w-]{0,10}:")
# How a variable gets into a header (`{"X-Api-Key": name}`) and an address (`f"https://…?key={name}"`).
_INTO_HEADER = (
    r"[\"'`](?P<header>[A-Za-z0-9][\w\-]{2,40})[\"'`]\s{0,8}(?::|=>|\]\s?=)\s{0,8}"
    r"(?:f?[\"'`]\w{0,8} ?\$?\{)?"
)
_INTO_ADDRESS = r"(?P<address>https?://[\w.\-]{4,100}[^\s\"'`<>{}]{0,200})(?:\$?\{|[\"'`]\s{0,8}[+.]\s{0,8})"
# What else a set has, and what signs for OKX.
_COMPANION = re.compile(rf"{_NAMES_MORE.pattern}|sign|ok-access|\b(?:api)?sk\b|\bpp\b|\bpw\b")


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
    """Return whether `address` is public, not OKX's, and takes nothing else of a set."""
    if _RESOURCE.match(address):
        return True
    host = _HOST.match(address)
    if host is None or not _IS_PUBLIC.fullmatch(host["host"]):
        return False
    ours = owner_of(address) is Owner.OKX or _OF_OKX.search(address) is not None
    return not ours and not names_companion(address)


def names_companion(text: str) -> bool:
    """Return whether `text` names anything else of a set, or signs for OKX."""
    return _COMPANION.search(text) is not None


def is_handed_elsewhere(text: str, name: str) -> bool:
    """Return whether the variable `name` only goes into other services' headers and addresses."""
    variable = rf"(?:\w+\.)?{re.escape(name)}\b"
    uses = len(re.findall(rf"(?<![\w?&]){re.escape(name)}\b", text))
    headers = re.finditer(_INTO_HEADER + variable, text)
    others = sum(owner_of(found["header"]) in {Owner.EXCHANGE, Owner.SERVICE} for found in headers)
    addresses = re.finditer(_INTO_ADDRESS + variable, text)
    others += sum(leads_elsewhere(found["address"]) for found in addresses)
    return others > 0 and uses <= others + 1  # where it is set, and these


def _speaks_of_okx(line: str) -> bool:
    return owner_of(line) is Owner.OKX or _NAMES_MORE.search(line) is not None


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
