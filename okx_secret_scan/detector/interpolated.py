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
# `OKX_PASSPHRASE="$WORD"` of shells.
_SET = re.compile(
    r"(?<![A-Za-z])(?P<set>(?:OKE?X_)?(?:\w{1,20}_)?PASS(?:PHRASE|WORD)?)=[\"']?\$\{?(?P<name>[A-Za-z_]\w*)\}?[\"']?(?!\w)"
)
_SIGNS = re.compile(r"-hmac[ =][\"']?\$\{?(?P<name>[A-Za-z_]\w*)\}?")


def interpolated(text: str) -> Iterator[tuple[int, str, Binding, Ownership | None]]:
    """Yield the offsets and names of variables in strings, and how a value would be bound and owned there."""
    for header in _HEADER.finditer(text):
        name = read_name(header["header"])
        owner = Ownership(Owner.OKX, f"name {name.text}", "name")
        yield header.start("name"), header["name"], Binding(name, name.role), owner
    for given in _SET.finditer(text):
        name = read_name(given["set"])
        whose = Ownership(name.owner, f"name {name.text}", "name") if name.owner is not None else None
        yield given.start("name"), given["name"], Binding(name, name.role), whose
    for signs in _SIGNS.finditer(text):
        yield signs.start("name"), signs["name"], Binding(role=Role.SECRET, call="-hmac"), None
