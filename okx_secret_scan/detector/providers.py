"""Whose credential a piece of text speaks of: OKX, another exchange, or another service.

Each row carries an example that it must recognise and one that it must leave alone.
Sources: the API documentation of the exchanges named, ccxt's exchange ids, and the OKX pages at
https://www.okx.com/docs-v5/ and https://web3.okx.com/onchainos/dev-docs.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum
from functools import cache, lru_cache
from typing import NamedTuple

from okx_secret_scan.detector.shapes import KEY_OR_SECRET


class Owner(Enum):
    """Whom evidence points to. A service outranks nothing but a name: `class Dashboard` owns no key."""

    OKX = "okx"
    EXCHANGE = "another exchange"
    SERVICE = "another service"


class Provider(NamedTuple):
    """A provider and the pattern, in lower case, that names it in identifiers, hosts and prose of any case."""

    name: str
    owner: Owner
    pattern: str
    example: str
    counterexample: str


# OKX's names start a word (`okxApiKey`, `OKXClient`, `useOkx`) or follow one of a few (`myokx`, `-DOKX_KEY`);
# the same letters stand in the middle of others (bookExchange, lookx).
_WORDS_BEFORE = ("my", "ws", "py", "go", "v5", "the", "d", "set", "add", "get", "use", "new", "test", "bind")
_BEFORE = "|".join(f"(?<={word})(?<![a-z]{word})" for word in _WORDS_BEFORE)
_WORD_START = rf"(?=ok)(?:(?-i:(?<![A-Za-z])|(?<=[a-z])(?=O))|{_BEFORE})"
PROVIDERS = (
    Provider(
        "OKX",
        Owner.OKX,
        _WORD_START + r"oke?x(?!ecut|ample|ist|te(?:nd|rn)|p(?:ect|ress|lor|ir))",
        "myokxClient",
        "okexample",
    ),
    Provider("OKX", Owner.OKX, _WORD_START + r"ok(?:coin|link)", "www.oklink.com", "bookcoin"),
    Provider("OKX", Owner.OKX, r"\bok[-_]?access[-_]", "OK-ACCESS-KEY", "book-access-key"),
    Provider("OKX", Owner.OKX, r"欧易|欧意|歐易", "欧易密钥", "欧元"),
    Provider("Binance", Owner.EXCHANGE, r"binance|币安", "BINANCE_API_KEY", "finance"),
    Provider("KuCoin", Owner.EXCHANGE, r"ku[-_ ]?coin|\bkc-api-", "kucoinfutures", "coin"),
    Provider("Bitget", Owner.EXCHANGE, r"bitget", "ws.bitget.com", "bit_getter"),
    Provider("Bybit", Owner.EXCHANGE, r"bybit", "bybit_secret", "baby bit"),
    Provider("Gate", Owner.EXCHANGE, r"\bgate[-_ ]?io\b|(?<![a-z])gate(?![a-z])", "gate_api_key", "gateway"),
    Provider("MEXC", Owner.EXCHANGE, r"mexc", "MEXC_SECRET_KEY", "mex_c"),
    Provider("HTX", Owner.EXCHANGE, r"(?<![a-z])htx(?![a-z])|huobi|火币", "huobi_key", "https"),
    Provider("Coinbase", Owner.EXCHANGE, r"coinbase|\bcb-access-|\bgdax\b", "CB-ACCESS-KEY", "coin base"),
    Provider("Kraken", Owner.EXCHANGE, r"kraken", "kraken", "crack"),
    Provider("Bitfinex", Owner.EXCHANGE, r"bitfinex", "BITFINEX_KEY", "bit"),
    Provider("BitMEX", Owner.EXCHANGE, r"bitmex", "bitmex", "bitme"),
    Provider("Bitmart", Owner.EXCHANGE, r"bitmart", "bitmart_memo", "smart"),
    Provider("BingX", Owner.EXCHANGE, r"bingx", "bingx", "bing"),
    Provider("Phemex", Owner.EXCHANGE, r"phemex", "phemex", "them"),
    Provider("Deribit", Owner.EXCHANGE, r"deribit", "deribit", "derive"),
    Provider("Bittrex", Owner.EXCHANGE, r"bittrex", "bittrex", "trex"),
    Provider("Poloniex", Owner.EXCHANGE, r"poloniex", "poloniex", "polo"),
    Provider("BloFin", Owner.EXCHANGE, r"blofin", "blofin", "fin"),
    Provider("WEEX", Owner.EXCHANGE, r"(?<![a-z])weex(?![a-z])", "weex_key", "sweexy"),
    Provider("Upbit", Owner.EXCHANGE, r"upbit|bithumb", "upbit", "up bit"),
    Provider("Gemini", Owner.EXCHANGE, r"(?<![a-z])gemini(?![a-z])", "gemini_key", "geminis"),
    Provider("Bitstamp", Owner.EXCHANGE, r"bitstamp", "bitstamp", "stamp"),
    Provider("Crypto.com", Owner.EXCHANGE, r"crypto[._]com(?![a-z])", "crypto_com", "crypto compare"),
    Provider("Hyperliquid", Owner.EXCHANGE, r"hyperliquid", "hyperliquid_01", "liquid"),
    Provider("dYdX", Owner.EXCHANGE, r"(?<![a-z])dydx(?![a-z])", "dydx_api", "dy/dx"),
    Provider("Polymarket", Owner.EXCHANGE, r"polymarket|(?<![a-z])clob(?![a-z])", "clob_api_key", "clobber"),
    Provider(
        "Bitmake", Owner.EXCHANGE, r"ascendex|lbank|probit|coinex|woo[-_ ]?x\b|xt\.com", "coinex", "coin"
    ),
    Provider("ApeX", Owner.EXCHANGE, r"(?<![a-z])apex(?:_?pro|_?omni)?(?![a-z])", "APEX_KEY", "apexes"),
    Provider(
        "smaller exchanges",
        Owner.EXCHANGE,
        r"bitvavo|bitrue|bitunix|toobit|deepcoin|digifinex|bitflyer|coincheck|bitso(?![a-z])|paradex|backpack[-_ ]?exchange"
        r"|indodax|tokocrypto|(?<![a-z])(?:aevo|btse|coinw|exmo|hashkey)(?![a-z])",
        "deepcoin_passphrase",
        "bits of",
    ),
    Provider("Coincall", Owner.EXCHANGE, r"coincall", "coincall", "call"),
    Provider("Alpaca", Owner.EXCHANGE, r"alpaca|oanda|interactive[-_ ]?brokers", "ALPACA_KEY", "pack"),
    Provider("Heroku", Owner.SERVICE, r"heroku", "HEROKU_API_KEY", "hero"),
    Provider("Postman", Owner.SERVICE, r"postman|postmark", "POSTMARK_SERVER_TOKEN", "post"),
    Provider("Sentry", Owner.SERVICE, r"(?<![a-z])sentry(?![a-z])", "SENTRY_DSN", "entry"),
    Provider(
        "Telegram",
        Owner.SERVICE,
        r"telegram|discord|slack|twilio|sendgrid|mailgun|qyapi|wecom|we_?chat|weixin|ding_?talk|push_?plus|ifttt",
        "telegram",
        "gram",
    ),
    Provider(
        "AI services",
        Owner.SERVICE,
        r"openai|anthropic|deepseek|dashscope|hugging[-_ ]?face|(?<![a-z])groq(?![a-z])|claude|qwen|coze",
        "OPENAI_API_KEY",
        "open ai",
    ),
    Provider(
        "clouds",
        Owner.SERVICE,
        r"(?<![a-z])(?:aws|gcp|azure|aliyun|tencent|cloudflare|vultr|hetzner|supabase|firebase)(?![a-z])",
        "AWS_SECRET",
        "laws",
    ),
    Provider(
        "chain services",
        Owner.SERVICE,
        r"(?<![a-z])(?:infura|alchemy|etherscan|bscscan|quicknode|helius|moralis|covalent|walletconnect"
        r"|coinmarketcap|coingecko|cmc|glassnode|dune|nansen|jupiter|birdeye|oneinch|1inch|coinalyze|crypto_?quant"
        r"|lunar_?crush|shyft|syndica|ankr)(?![a-z])",
        "infura_project",
        "infrared",
    ),
    Provider(
        "swaps and bridges",
        Owner.SERVICE,
        r"(?<![a-z])(?:zerox|zero_x|li_?fi|bungee|debridge|paraswap|odos|openocean|rango)(?![a-z])"
        r"|(?<![a-z0-9])0x[-_. ]?(?:api|org|key)|\bapi\.0x\b",
        "0x-api-key",
        "0xabcdef",
    ),
    Provider(
        "market data",
        Owner.SERVICE,
        r"(?<![a-z])(?:coin_?api|crypto_?compare|coin_?glass|messari|santiment|tiingo|finnhub|alpha_?vantage"
        r"|tardis|kaiko|amberdata)(?![a-z])",
        "X-CoinAPI-Key",
        "coinapis",
    ),
    Provider(
        "databases",
        Owner.SERVICE,
        r"(?<![a-z])(?:mysql|postgres(?:ql)?|pg|mongo(?:db)?|redis|mariadb|sqlite|clickhouse|influx(?:db)?"
        r"|database|db|rabbitmq|amqp|kafka|mqtt|elastic(?:search)?|jdbc)(?![a-z])",
        "POSTGRES_PASSWORD",
        "page",
    ),
    Provider(
        "logins and keys",
        Owner.SERVICE,
        r"(?<![a-z])(?:ssh|gpg|pgp|rsa|tls|ssl|pem|jwt|smtp|imap|mail|email|ftp|sftp|ldap|vpn|wifi|proxy|socks5?"
        r"|restic|borg|keystore|keychain|wallet|mnemonic|unlock|sudo|root|admin|docker|npm|pypi|github|gitlab"
        r"|django|flask|session|cookie|captcha|recaptcha|zip|pdf|p12|pfx|jks|certs?|certificates?|backup|luks"
        r"|grafana|jenkins|nginx|basic[-_ ]?auth|webui|dashboard|panel)(?![a-z])",
        "SSH_KEY_PASSPHRASE",
        "sshfs",
    ),
)


def _any(owner: Owner) -> str:
    return "|".join(f"(?:{p.pattern})" for p in PROVIDERS if p.owner is owner)


def _later(pattern: str) -> Callable[[], re.Pattern[str]]:
    """Return what compiles `pattern` when it is asked for: most texts of a commit are settled before."""
    return cache(lambda: re.compile(pattern, re.IGNORECASE))


# Looking ahead for what all of them begin with spares most characters the look-behinds.
_OKX = re.compile(rf"(?=ok|[欧歐])(?:{_any(Owner.OKX)})", re.IGNORECASE)
# Of texts in lower case: there the engine skips what no name begins with, and texts may be long.
_EXCHANGE = cache(lambda: re.compile(rf"(?=[a-eghik-ptuwx币火])(?:{_any(Owner.EXCHANGE)})"))
_SERVICE = cache(lambda: re.compile(_any(Owner.SERVICE)))

# Words that name OKX without speaking of its API: the browser wallet, broker links, chain names, tickers.
_WALLET = _later(
    r"com\.okex\.wallet|ok[e]?x[-_ ]?wallet|isOk[e]?xWallet|ok[e]?x(?:chain|testnet)|okx://|x[-_ ]?layer",
)
_DOMAIN = r"(?:okx|okex|okcoin|oklink)\.com(?![\w-])"
HOST = re.compile(rf"(?:[\w-]+\.)*{_DOMAIN}", re.IGNORECASE)
# Packages are called anything before it (`libokx`, `HTTPOkx`), but `bookExchange` imports something else.
_IN_PACKAGE = rf"(?=ok)(?:okx|ok(?:ex|coin)(?![a-z])|{_WORD_START}ok(?:ex|coin))"
_API = _later(
    rf"(?=[cfiopru])(?:{_DOMAIN}|ok-access-|ccxt\.(?:pro\.|async_support\.)?(?:okx|okex|okcoin|myokx)|okx-api"
    rf"|\b(?:import|from|require|use|using|include|package)\b[^\n]{{0,60}}{_IN_PACKAGE}"
    r"|(?<![a-z])okx?[_.]api"
    r"|python-okx|ok(?:e?x|coin)(?:v5|_v5)?(?:client|rest|api|exchange|trade|swap|spot|ws|websocket|connector))",
)


_LOGIN = _later(r"[\"']op\\?[\"']\s*:\s*\\?[\"']login\\?[\"']")
_BITGET = _later(r"bitget|[\"'\s]bg_[0-9a-f]{32}")


def _separated(text: str) -> str:
    """Put an underscore where camel case starts a word, so that boundaries are seen."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", text)


@lru_cache(maxsize=4096)
def owner_of(text: str) -> Owner | None:
    """Return whom `text` (a name, call, label, host) speaks of; OKX wins if several are named.

    A value in it says nothing: the digits of a key may spell `db`.
    """
    text = KEY_OR_SECRET.sub("", text)
    spaced = _separated(text)
    if _OKX.search(spaced) or _OKX.search(text):
        return Owner.OKX
    spaced = spaced.lower()
    if _EXCHANGE().search(spaced):
        return Owner.EXCHANGE
    if _SERVICE().search(spaced):
        return Owner.SERVICE
    return None


def names_exchange(text: str) -> bool:
    """Return whether `text` (of any length) names an exchange that is not OKX."""
    return _EXCHANGE().search(text.lower()) is not None


def names_service(text: str) -> bool:
    """Return whether `text` names a service that is no exchange."""
    return _SERVICE().search(_separated(text).lower()) is not None


def may_name_okx(text: str) -> bool:
    """Return False only if `text`, a word and what stands around it, names OKX neither as it is nor in a name."""
    return bool(_OKX.search(text) or _API().search(text) or _OKX.search(_separated(text)))


def mentions_okx(text: str) -> bool:
    """Return whether `text` (of any length) speaks of OKX other than of its browser wallet."""
    return any(not _is_wallet(text, found) for found in _OKX.finditer(text))


def calls_okx(text: str) -> bool:
    """Return whether `text` imports an OKX client, calls an OKX host, sets its headers or logs in to it."""
    if _LOGIN().search(text) and not _BITGET().search(text):
        return True
    return any(not _is_wallet(text, found) for found in _API().finditer(text))


def _is_wallet(text: str, found: re.Match[str]) -> bool:
    around = text[max(0, found.start() - 12) : found.end() + 12]
    return any(
        m.start() <= found.start() - max(0, found.start() - 12) < m.end() for m in _WALLET().finditer(around)
    )
