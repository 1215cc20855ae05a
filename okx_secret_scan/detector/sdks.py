"""Calls that take OKX credentials: what each positional argument is, and which sign. Sources in the rows.

The order is always the position of key, secret key and passphrase, and the call alone says that they
are OKX's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
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


class Signer(NamedTuple):
    """A callee pattern (whole callee without the objects before it, case ignored) that signs with a secret key.

    The key is any of its arguments where `positional` is set, or the one called `keyword`. `<secret>` marks it in
    the example, and in the counterexample, a call that signs nothing.
    """

    callee: str
    languages: str
    example: str
    counterexample: str
    keyword: str = "key"
    positional: bool = True


SIGNERS = (
    Signer(
        r"hmac(?:\.new|\.digest|_sha256(?:_base64)?|_init)?|hs256",
        "Python, Swift, Crystal",
        'hmac.new(key=b"<secret>", msg=text)',
        'hmac.compare_digest(sign, b"<secret>")',
    ),
    Signer(
        r"(?:create|new|hash|cc|sha_?256)_?hmac|hmac_?sha256(?:\.hashdata)?|hash_hmac|hmacutils",
        "Node, PHP, C#",
        'new HMACSHA256(Encoding.UTF8.GetBytes("<secret>"))',
        'new SHA256(Encoding.UTF8.GetBytes("<secret>"))',
    ),
    Signer(
        r"secretkeyspec|importkey|sign(?:ature)?",
        "Java, JS",
        'new SecretKeySpec("<secret>".getBytes(), "HmacSHA256")',
        'new PublicSpec("<secret>".getBytes())',
    ),
    Signer(
        r"hmac(?:_?sha_?256)?::(?:new(?:_from_slice|_varkey)?|mac)|hmac::key::new",
        "Rust",
        'Hmac::<Sha256>::new_from_slice(b"<secret>")',
        'Aes256::new_from_slice(b"<secret>")',
    ),
    Signer(
        r"compute_?hmac(?:_?sha_?256)?(?:_?signature)?|get_?hmac\w*",
        "Apps Script, Delphi",
        'Utilities.computeHmacSha256Signature(text, "<secret>")',
        'Utilities.computeDigest(text, "<secret>")',
    ),
    Signer(
        r"crypto\.mac|\w*hmac:new",
        "Elixir, Lua",
        ':crypto.mac(:hmac, :sha256, "<secret>", text)',
        ':crypto.hash(:sha256, "<secret>")',
    ),
    Signer(
        r"symmetrickey",
        "Swift",
        'SymmetricKey(data: Data("<secret>".utf8))',
        'Response(data: Data("<secret>".utf8))',
        keyword="data",
    ),
    Signer(
        r"sha_?256",
        "R",
        'openssl::sha256(text, key = "<secret>")',
        'openssl::sha256("<secret>")',
        positional=False,
    ),
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


def _callee(rows: Iterable[Signer]) -> re.Pattern[str]:
    return re.compile(rf"(?i)(?:\w*[.:>])*(?:{'|'.join(row.callee for row in rows)})")


_SIGNS = _callee(row for row in SIGNERS if row.positional)
_SIGNS_WITH = {
    keyword: _callee(row for row in SIGNERS if row.keyword == keyword)
    for keyword in {row.keyword for row in SIGNERS}
}


def is_signer(callee: str) -> bool:
    """Return whether `callee` signs with its argument."""
    return _SIGNS.fullmatch(callee) is not None


def takes_signing_key(callee: str, keyword: str) -> bool:
    """Return whether `callee` signs with its argument called `keyword`."""
    signs = _SIGNS_WITH.get(keyword)
    return signs is not None and signs.fullmatch(callee) is not None
