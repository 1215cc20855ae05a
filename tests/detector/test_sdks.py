"""Every row of the table of clients, with values that no run has seen before."""

from __future__ import annotations

import pytest

from okx_secret_scan.detector import detect
from okx_secret_scan.detector.sdks import (
    CLIENTS,
    SIGNERS,
    Client,
    Signer,
    client_of,
    is_signer,
    takes_signing_key,
)
from okx_secret_scan.model import Blob, Rule, Severity
from tests.values import Account, account, secret_key


def _found(text: str, values: Account) -> dict[Rule, str]:
    for marker, value in (
        ("<key>", values.key),
        ("<secret>", values.secret),
        ("<passphrase>", values.passphrase),
    ):
        assert text.count(marker) == 1
        text = text.replace(marker, value)
    findings = detect(Blob(text.encode(), "bot.txt")).findings
    assert len({one.credential for one in findings}) <= 1
    assert {one.severity for one in findings} <= {Severity.CRITICAL}
    return {one.rule: one.secret.reveal() for one in findings}


@pytest.mark.parametrize("client", CLIENTS, ids=lambda client: client.name)
def test_an_example_gives_all_three_in_their_roles(client: Client) -> None:
    values = account()
    assert _found(client.example, values) == {
        Rule.API_KEY: values.key,
        Rule.SECRET_KEY: values.secret,
        Rule.PASSPHRASE: values.passphrase,
    }


@pytest.mark.parametrize("client", CLIENTS, ids=lambda client: client.name)
def test_a_counterexample_is_nobodys_account(client: Client) -> None:
    assert _found(client.counterexample, account()) == {}


@pytest.mark.parametrize("client", CLIENTS, ids=lambda client: client.name)
def test_an_example_is_one_of_its_own_row(client: Client) -> None:
    assert client_of(client.example.split("(")[0]) is client
    assert client_of(client.counterexample.split("(")[0]) is None


@pytest.mark.parametrize("callee", ["Account.AccountAPI", "okx::Trade.TradeAPI", r"new Okex\OkexV5"])
def test_a_client_is_known_by_the_last_part_of_its_callee(callee: str) -> None:
    assert client_of(callee) is not None


@pytest.mark.parametrize("callee", ["AccountAPI.create", "MyAccountAPIs", "newAccountAPI"])
def test_nothing_else_is_a_client(callee: str) -> None:
    assert client_of(callee) is None


def _signed(call: str) -> list[bool]:
    value = secret_key()
    text = f'headers["OK-ACCESS-SIGN"] = sign\nx = {call.replace("<secret>", value)};\n'
    found = detect(Blob(text.encode(), "sign.code")).findings
    return [one.rule is Rule.SECRET_KEY and one.secret.reveal() == value for one in found]


@pytest.mark.parametrize("signer", SIGNERS, ids=lambda signer: signer.callee)
def test_a_signer_takes_a_secret_key_and_what_looks_alike_does_not(signer: Signer) -> None:
    assert _signed(signer.example) == [True]
    assert _signed(signer.counterexample) == []


def test_what_signs_takes_a_secret_key() -> None:
    value = secret_key()
    text = (
        f'requests.get("https://www.okx.com/api/v5/account/balance")\nm = hmac.new("{value}", body, sha256)\n'
    )
    found = detect(Blob(text.encode(), "sign.py")).findings
    assert [(one.rule, one.secret.reveal() == value) for one in found] == [(Rule.SECRET_KEY, True)]
    assert is_signer("hmac.new")
    assert is_signer("crypto.createHmac")
    assert not is_signer("hmac.compare_digest")
    assert takes_signing_key("hmac.new", "key")
    assert not takes_signing_key("hmac.new", "msg")
