"""Variables in strings: headers that a shell or a template puts together, what a command signs with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from okx_secret_scan.detector.binding import Binding
from okx_secret_scan.detector.names import Role, read_name
from okx_secret_scan.detector.ownership import Ownership
from okx_secret_scan.detector.providers import Owner

_HEADER = re.compile(
    r"(?P<header>OK-ACCESS-(?:KEY|PASSPHRASE))[\"']?[ \t]*[:=][ \t]*[\"']?"
    r"(?:\$\{?|\{)(?P<name>[A-Za-z_]\w*)\}?",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"-hmac[ =][\"']?\$\{?(?P<name>[A-Za-z_]\w*)\}?")


def interpolated(text: str) -> Iterator[tuple[int, str, Binding, Ownership | None]]:
    """Yield the offsets and names of variables in strings, and how a value would be bound and owned there."""
    for header in _HEADER.finditer(text):
        name = read_name(header["header"])
        owner = Ownership(Owner.OKX, f"name {name.text}", "name")
        yield header.start("name"), header["name"], Binding(name, name.role), owner
    for signs in _SIGNS.finditer(text):
        yield signs.start("name"), signs["name"], Binding(role=Role.SECRET, call="-hmac"), None
