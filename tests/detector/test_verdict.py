"""Whose a value is, and what its neighbours prove."""

from __future__ import annotations

import pytest

from okx_secret_scan.detector import detect
from okx_secret_scan.model import Blob, Rule
from tests.values import Account, account, secret_key

K, S, P = Rule.API_KEY, Rule.SECRET_KEY, Rule.PASSPHRASE


def _rules(text: str, path: str = "bot.py", values: Account | None = None) -> list[Rule]:
    """The rules of what is found in `text`, with `KEY`, `SECRET` and `PHRASE` replaced by values."""
    values = values or account()
    for marker, value in (("KEY#", values.key), ("SECRET#", values.secret), ("PHRASE#", values.passphrase)):
        text = text.replace(marker, value)
    return [one.rule for one in detect(Blob(text.encode(), path)).findings]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ('okx_secret = "SECRET#"', "bot.py"),
        ('okx.connect(secret="SECRET#")', "bot.py"),
        ("okx:\n  secret: SECRET#\n", "bot.yaml"),
        ("[okx]\nsecret = SECRET#\n", "bot.ini"),
        ("# OKX\nsecret = SECRET#\n", "bot.ini"),
        ('config["okx"]["secret"] = "SECRET#"', "bot.py"),
        ('{"exchange": "okx", "secret": "SECRET#"}', "bot.json"),
        ('import okx.Trade\nsecret = "SECRET#"\n', "bot.py"),
        ('url = "https://www.okx.com"\nsecret = "SECRET#"\n', "bot.py"),
        ('secret = "SECRET#"', "okx/config.py"),
    ],
)
def test_evidence_for_okx_from_the_name_out_to_the_path(text: str, path: str) -> None:
    assert _rules(text, path) == [S]


@pytest.mark.parametrize(
    "text",
    [
        'binance_secret = "SECRET#"  # not okx',
        'okx = 1\nbinance.connect(secret="SECRET#")',
        'from okx import Trade\nkucoin = {"key": "KEY#", "secret": "SECRET#", "passphrase": "PHRASE#"}\n',
        'import okx\nconfig["kucoin"]["passphrase"] = "PHRASE#"\n',
        'import okx\nstore = {"exchange": "bitget", "passphrase": "PHRASE#"}\n',
    ],
)
def test_nearer_evidence_for_another_exchange_wins(text: str) -> None:
    assert _rules(text) == []


def test_a_branch_of_another_exchange_beside_that_of_okx() -> None:
    text = (
        'okx: {"secret": "SECRET#"}\nkucoin: {"key": "KEY#", "secret": "SECRET#", "passphrase": "PHRASE#"}\n'
    )
    assert _rules(text) == [S]


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ('api_key = "KEY#"\nsecret = "SECRET#"\n', [K, S]),
        ('api_key = "KEY#"\nsecret = "SECRET#"\npassphrase = "PHRASE#"\n', [K, S, P]),
        ('api_key = "KEY#"\n' + "\n" * 9 + 'secret = "SECRET#"\n', []),
        ('api_key = "KEY#"\n', []),
        ('secret = "SECRET#"\n', []),
        ('order_id = "KEY#"\nsecret = "SECRET#"\n', []),
        ('api_key = "KEY#"\nchecksum = "SECRET#"\n', []),
    ],
)
def test_a_key_and_a_secret_key_together_prove_each_other(text: str, rules: list[Rule]) -> None:
    assert _rules(text) == rules


@pytest.mark.parametrize("name", ["orderId", "trace_id", "uuid", "request_id", "clOrdId", "session"])
def test_an_id_is_no_key(name: str) -> None:
    assert _rules(f'import okx\n{name} = "KEY#"\n') == []


@pytest.mark.parametrize("name", ["OK-ACCESS-SIGN", "OK-ACCESS-PASSPHRASE", "OKX_API_KEY"])
def test_a_secret_key_in_the_wrong_place_is_one(name: str) -> None:
    assert _rules(f'h["{name}"] = "SECRET#"\n') == [S]


def test_an_unnamed_secret_key_completes_the_set_of_a_key() -> None:
    assert _rules('okx_account = ["KEY#", "SECRET#"]\n') == [K, S]
    assert _rules('okx = {"api_key": "KEY#", "value": "SECRET#"}\n') == [K, S]


@pytest.mark.parametrize(
    "name", ["okx", "okx_api", "okx_keys", "okx_secrets", "okx_passphrases", "OKX_CREDENTIALS"]
)
def test_the_name_of_an_array_asks_for_all_parts(name: str) -> None:
    assert _rules(f'{name} = ["KEY#", "SECRET#", "PHRASE#"]\n') == [K, S, P]


@pytest.mark.parametrize("name", ["ids", "checksums", "keys"])
def test_any_other_array_asks_for_none(name: str) -> None:
    assert _rules(f'{name} = ["KEY#", "SECRET#"]\n') == []


@pytest.mark.parametrize("weak", ["123456", "swordfish", "summer", "hunter2hunter2"])
def test_in_a_set_a_weak_passphrase_counts(weak: str) -> None:
    text = f'OKX_API_KEY = "KEY#"\nOKX_SECRET_KEY = "SECRET#"\nOKX_PASSPHRASE = "{weak}"\n'
    assert _rules(text) == [K, S, P]
    assert _rules(f'OKX_PASSPHRASE = "{weak}"\n') == []


def test_alone_a_passphrase_has_to_stand_out() -> None:
    assert _rules('OKX_PASSPHRASE = "PHRASE#"\n') == [P]
    assert _rules('OKX_PASSPHRASE = "Enter your passphrase 1!"\n') == []


def test_among_dummies_a_passphrase_is_one() -> None:
    text = 'OKX_API_KEY = "your-key"\nOKX_SECRET_KEY = "your-secret"\nOKX_PASSPHRASE = "Example77!Pass"\n'
    assert _rules(text) == []
    assert _rules(text.replace("Example77!Pass", "PHRASE#")) == []


@pytest.mark.parametrize("name", ["password", "pwd", "apiPass"])
def test_a_password_is_a_passphrase_in_a_block_of_okx_only(name: str) -> None:
    assert P in _rules(f'okx = {{"key": "KEY#", "secret": "SECRET#", "{name}": "PHRASE#"}}\n')
    assert _rules(f'import okx\n\nadmin = {{"{name}": "PHRASE#"}}\n'.replace("apiPass", "pwd")) == []


def test_a_value_that_repeats_its_own_name_is_none() -> None:
    text = 'okx = {"key": "KEY#", "secret": "SECRET#", "passphrase": "PassPhrase"}\n'
    assert _rules(text) == [K, S]


def test_evidence_names_what_decided_and_holds_no_value() -> None:
    values = account()
    text = f'okx_secret = os.getenv("OKX_SECRET_KEY", "{values.secret}")\n'
    (found,) = detect(Blob(text.encode(), "bot.py")).findings
    assert found.evidence == ("name OKX_SECRET_KEY", "default of OKX_SECRET_KEY")


def test_a_value_that_a_name_swallowed_is_taken_out_of_what_is_shown() -> None:
    a, b = secret_key(), secret_key()
    text = f'okx_secret_{a}_key["okx secret {a} {b}"] = "{b}"\nokx_secret = "{a}"\n'
    findings = detect(Blob(text.encode(), "bot.py")).findings
    assert findings
    for one in findings:
        shown = " ".join([*one.evidence, one.env_fallback.variable or "" if one.env_fallback else ""])
        assert not any(value in shown for value in (a, b))
