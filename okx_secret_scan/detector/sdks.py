"""Calls that take OKX credentials: what each positional argument is. One row a client; sources in the rows.

The order is always the position of key, secret key and passphrase, and the call alone says that they
are OKX's.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from okx_secret_scan.detector import vocabulary
from okx_secret_scan.detector.roles import ROLES, Role


class Client(NamedTuple):
    """A callee pattern (whole last part of the callee) and its argument order.

    `<key>`, `<secret>` and `<passphrase>` mark the values in the example, and in the counterexample, a call of
    the same arguments that is nobody's account.
    """

    name: str
    callee: str
    order: tuple[Role | None, ...]
    source: str
    example: str
    counterexample: str


K, S, P = Role.KEY, Role.SECRET, Role.PASSPHRASE
_MODULES = (
    "Account|Trade|MarketData|Market|Funding|SubAccount|PublicData|Public|TradingData|Convert|BlockTrading|Earning"
    "|Grid|CopyTrading|SpreadTrading|Status|TDMode|FDBroker|Finance|Savings|StakingDefi|SimpleEarnFlexible"
    "|Spot|Lever|Future|Futures|Swap|Option|Index|Information|System|OptionTrading"
)
CLIENTS = (
    Client(
        "python-okx",
        rf"(?:{_MODULES})API",
        (K, S, P),
        "https://github.com/okxapi/python-okx",
        'AccountAPI("<key>", "<secret>", "<passphrase>", False, "0")',
        'WeatherAPI("<key>", "<secret>", "<passphrase>")',
    ),
    Client(
        "python-okx websocket",
        r"WsPrivate(?:Async)?",
        (K, P, S, None),
        "https://github.com/okxapi/python-okx",
        'WsPrivateAsync("<key>", "<passphrase>", "<secret>", "wss://x", False)',
        'WsPublicAsync("<key>", "<passphrase>", "<secret>", "wss://x", False)',
    ),
    Client(
        "JKorf OKX.Net",
        r"(?:OKX|Okx|Okex|OKEx)\w*Credentials",
        (K, S, P),
        "https://github.com/JKorf/OKX.Net",
        'new OKXApiCredentials("<key>", "<secret>", "<passphrase>")',
        'new ApiTicket("<key>", "<secret>", "<passphrase>")',
    ),
    Client(
        "okex-api",
        r"APICredentials\.create",
        (K, S, P),
        "https://www.npmjs.com/package/okex-api",
        'APICredentials.create("<key>", "<secret>", "<passphrase>")',
        'Records.create("<key>", "<secret>", "<passphrase>")',
    ),
    Client(
        "linwenxuan okex-php",
        r"(?:Okex|Okx)(?:V\d)?(?:Spot|Swap|Futures|Margin|Account|Option|WebSocket)?",
        (K, S, P),
        "https://github.com/zhouaini528/okex-php",
        'new OkexV5("<key>", "<secret>", "<passphrase>")',
        'new Binance("<key>", "<secret>", "<passphrase>")',
    ),
)
# Calls whose argument is the key of a signature, so a secret key.
SIGNERS = re.compile(
    r"(?i)(?:\w*[.:>])*(?:hmac(?:\.new|_sha256|_sha256_base64)?|create_?hmac|hmac_?sha256|secretkeyspec|importkey"
    r"|hash_hmac|hmacsha256|hmac\.digest|hmac_init|new_?hmac|hs256|sign(?:ature)?)"
)
# What all calls of these clients hold.
CALLEES = "|".join(row.callee for row in CLIENTS)


@cache
def _rows() -> tuple[tuple[re.Pattern[str], Client], ...]:
    return tuple((re.compile(row.callee), row) for row in CLIENTS)


def client_of(callee: str) -> Client | None:
    """Return the client that `callee` builds, None if it is not known."""
    callee = callee.removeprefix("new ")
    for call, arguments in vocabulary.active().clients:
        if re.search(rf"(?<!\w){re.escape(call)}$", callee):
            order = tuple(ROLES[rule] if rule else None for rule in arguments)
            return Client("that the configuration names", call, order, "the configuration", call, "")
    tail = re.split(r"::|->|\\", callee)[-1]
    for pattern, row in _rows():
        if pattern.fullmatch(tail) or pattern.fullmatch(tail.rsplit(".", 1)[-1]):
            return row
    return None


def is_signer(callee: str) -> bool:
    """Return whether `callee` signs with its argument."""
    return SIGNERS.fullmatch(callee) is not None
