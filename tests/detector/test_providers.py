"""Whom texts speak of: every row of the table, and what only looks like OKX."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okx_secret_scan.detector.providers import (
    HOST,
    PROVIDERS,
    Owner,
    Provider,
    calls_okx,
    mentions_okx,
    names_exchange,
    owner_of,
)

IDS = [f"{row.name} {row.example}" for row in PROVIDERS]
FLAGS = re.IGNORECASE


@pytest.mark.parametrize("row", PROVIDERS, ids=IDS)
def test_an_example_is_recognised(row: Provider) -> None:
    assert owner_of(row.example) is row.owner
    assert re.search(row.pattern, row.example, FLAGS)


@pytest.mark.parametrize(
    "row", [row for row in PROVIDERS if row.owner is Owner.EXCHANGE], ids=lambda row: row.name
)
@given(data=st.data())
def test_all_that_names_an_exchange_is_found_in_any_case(row: Provider, data: st.DataObject) -> None:
    name = data.draw(st.from_regex(re.compile(row.pattern, re.ASCII), fullmatch=True))
    assert names_exchange(f"the {name.upper()} account")
    assert owner_of(f"the {name} account") is Owner.EXCHANGE


@pytest.mark.parametrize("row", PROVIDERS, ids=IDS)
def test_a_counterexample_is_left_alone(row: Provider) -> None:
    assert owner_of(row.counterexample) is None


@pytest.mark.parametrize(
    "text",
    ["okx", "OKX_KEY", "okxApiKey", "useOkx", "my_okx2", "OKXv5", "ccxt.okex", "www.okcoin.com", "-DOKX_KEY"],
)
def test_okx_starts_a_word(text: str) -> None:
    assert owner_of(text) is Owner.OKX


@pytest.mark.parametrize(
    "text", ["bookExchange", "tokexpiry", "lookx", "broken", "stokcoin", "invokexecutor"]
)
def test_okx_within_a_word_is_something_else(text: str) -> None:
    assert owner_of(text) is None


def test_okx_outranks_whom_else_a_text_names() -> None:
    assert owner_of("okx_binance_key") is Owner.OKX
    assert owner_of("binance_postgres_key") is Owner.EXCHANGE
    assert owner_of("postgresPassword") is Owner.SERVICE


@pytest.mark.parametrize(
    "text",
    [
        "requests.get('https://www.okx.com/api/v5/account/balance')",
        "ex = ccxt.okx(config)",
        "h['OK-ACCESS-SIGN'] = sign(h)",
        "from okx import Trade",
        "import okx.Account",
        "const { RestClient } = require('okx-api')",
        "client = OkxRestClient()",
        '{"op": "login", "args": []}',
        r"{\"op\": \"login\", \"args\": []}",
    ],
)
def test_what_uses_the_api_of_okx(text: str) -> None:
    assert calls_okx(text)


@pytest.mark.parametrize(
    "text",
    [
        "we trade on okx and others",
        "if (window.isOkxWallet) connect();",
        "https://www.notokx.company/",
        '{"op": "subscribe"}',
        'wss://ws.bitget.com {"op": "login"}',
        "from binance import Client",
    ],
)
def test_what_does_not_use_it(text: str) -> None:
    assert not calls_okx(text)


def test_a_wallet_in_the_browser_is_no_exchange() -> None:
    assert not mentions_okx("window.isOkxWallet && com.okex.wallet && okx://main")
    assert mentions_okx("window.isOkxWallet || okx.key")


def test_a_host_is_of_okx_with_or_without_its_subdomains() -> None:
    assert HOST.fullmatch("www.okx.com")
    assert HOST.fullmatch("okcoin.com")
    assert not HOST.fullmatch("okx.com.example.org")
    assert not HOST.search("okx.community")


def test_another_exchange_is_seen_in_a_long_text() -> None:
    assert names_exchange("x\n" * 1000 + "KuCoin\n")
    assert not names_exchange("x\n" * 1000 + "OKX\n")


def test_the_digits_of_a_value_name_nobody() -> None:
    key = "5d1c0f3e-4?b0-4aad-8bad-0123ad456c7f".replace("?b0", "2db")
    assert owner_of("2db") is Owner.SERVICE
    assert owner_of(f"- {key}") is None
    assert owner_of(f"okx: {key}") is Owner.OKX
