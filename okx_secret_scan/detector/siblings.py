"""Settings that name the exchange of others by what tells accounts apart: `EXCHANGE_2_NAME=kucoin`."""

from __future__ import annotations

import re

from okx_secret_scan.detector.names import read_name, split_words
from okx_secret_scan.detector.providers import Owner, owner_of

_SETTING = re.compile(
    r"^[ \t]*(?:(?:export|set|const|let|var|-)[ \t]+|\$env:|self\.)?[\"']?"
    r"(?P<name>[A-Za-z][\w.\-]{0,60})[\"']?(?:[ \t]{0,40}:?=?[ \t]{0,40})(?<=[:=\s])"
    r"[\"']?(?P<value>[A-Za-z][\w .\-]{1,30}?)[\"']?[,;]?[ \t]*\r?$",
    re.MULTILINE,
)
_SAYS_EXCHANGE = frozenset(
    {"exchange", "name", "venue", "platform", "provider", "broker", "cex", "id", "type", "connector"}
)


def exchanges_by_account(text: str) -> dict[frozenset[str], Owner]:
    """Return whose the settings of `text` are, by the words of their names that tell accounts apart."""
    found: dict[frozenset[str], Owner] = {}
    ambiguous: set[frozenset[str]] = set()
    for setting in _SETTING.finditer(text):
        owner = owner_of(setting["value"])
        if owner not in {Owner.OKX, Owner.EXCHANGE} or _SAYS_EXCHANGE.isdisjoint(
            split_words(setting["name"])
        ):
            continue
        account = read_name(setting["name"]).qualifiers
        if found.setdefault(account, owner) is not owner:
            ambiguous.add(account)
    return {account: owner for account, owner in found.items() if account and account not in ambiguous}
