"""Keys that open what an address beside them names: a service that no table knows."""

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
