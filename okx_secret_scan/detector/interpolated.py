"""Variables in strings: headers that a shell or a template puts together, what a command signs with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from okx_secret_scan.detector.binding import Binding
from okx_secret_scan.detector.names import read_name
from okx_secret_scan.detector.ownership import Ownership
from okx_secret_scan.detector.providers import Owner
from okx_secret_scan.detector.roles import Role

_HEADER = re.compile(
    r"(?P<header>OK-ACCESS-(?:KEY|PASSPHRASE))[\"']?[ \t]*[:=][ \t]*[\"']?"
    r"(?:\$\{?|\{)(?P<name>[A-Za-z_]\w*)\}?",
    re.IGNORECASE,
)
_HEADER_STARTS = "ok-access-"
# `OKX_PASSPHRASE="$WORD"` of shells: where the name is, and what stands before it in the name of the setting.
_SET = re.compile(r"(?P<asks>PASS(?:PHRASE|WORD)?)=[\"']?\$\{?(?P<name>[A-Za-z_]\w*)\}?[\"']?(?!\w)")
_SET_PREFIX = re.compile(r"(?<![A-Za-z])(?:OKE?X_)?(?:\w{1,20}_)?\Z")
_LONGEST_PREFIX = 30
_SIGNS = re.compile(r"-hmac[ =][\"']?\$\{?(?P<name>[A-Za-z_]\w*)\}?")


def interpolated(text: str) -> Iterator[tuple[int, str, Binding, Ownership | None]]:
    """Yield the offsets and names of variables in strings, and how a value would be bound and owned there."""
    # To ignore case takes a pattern far longer than to look for what it starts with.
    headers = _HEADER.finditer(text) if _HEADER_STARTS in text.lower() else ()
    for header in headers:
        name = read_name(header["header"])
        owner = Ownership(Owner.OKX, f"name {name.text}", "name")
        yield header.start("name"), header["name"], Binding(name, name.role), owner
    for given in _SET.finditer(text):
        prefix = _SET_PREFIX.search(text, max(0, given.start() - _LONGEST_PREFIX), given.start())
        if prefix is None:
            continue
        name = read_name(prefix[0] + given["asks"])
        whose = Ownership(name.owner, f"name {name.text}", "name") if name.owner is not None else None
        yield given.start("name"), given["name"], Binding(name, name.role), whose
    for signs in _SIGNS.finditer(text):
        yield signs.start("name"), signs["name"], Binding(role=Role.SECRET, call="-hmac"), None
