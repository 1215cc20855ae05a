"""What evidence shows: names that a person chose, never a value that stands in one."""

from __future__ import annotations

import pytest

from okx_secret_scan.detector import detect
from okx_secret_scan.detector.shown import shown_header, shown_name
from okx_secret_scan.model import Blob
from tests import values


@pytest.mark.parametrize(
    "layout",
    [
        "okx (pass {passphrase}):\n  key: {key}\n  secret: {secret}\n",
        "[okx {passphrase}]\nkey={key}\nsecret={secret}\n",
        "okx passphrase {passphrase}: secret {secret}: key {key}\n",
        "OKX_{key}_SECRET_KEY={secret}\nokx_api_key={key}\n",
        "class okx{secret}:\n    api_key = '{key}'\n    secret_key = '{secret}'\n",
    ],
)
@pytest.mark.parametrize("path", ["notes.txt", "okx.yaml", "okx.ini", "bot.py"])
def test_evidence_holds_no_value_whatever_the_layout(layout: str, path: str) -> None:
    account = values.account()
    text = layout.format(key=account.key, secret=account.secret, passphrase=account.passphrase)

    shown = [
        part
        for found in detect(Blob(text.encode(), path)).findings
        for part in (*found.evidence, (found.env_fallback and found.env_fallback.variable) or "")
    ]

    for value in (account.key, account.secret, account.passphrase, account.key[:13], account.secret[:12]):
        assert not any(value in part for part in shown)


def test_names_stay_readable() -> None:
    assert shown_name("OKX_SECRET_KEY") == "OKX_SECRET_KEY"
    assert shown_name("OKX API Key") == "OKX API Key"
    assert shown_header("class OkxConnector(Base)") == "OkxConnector"
