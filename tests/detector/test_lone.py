"""Near names that ask for a passphrase, what could be one must be told from all that could not."""

from __future__ import annotations

import re
from unittest import mock

import pytest

from okx_secret_scan.detector import could_hold, detect, reading
from okx_secret_scan.detector.lone import CODE, Code, lone_passphrases
from okx_secret_scan.detector.roles import ROLE_NAMES, Role, RoleName
from okx_secret_scan.model import Blob
from tests.values import passphrase


@pytest.mark.parametrize("row", CODE, ids=lambda row: row.example)
def test_code_is_told_from_what_only_looks_like_it(row: Code) -> None:
    assert re.fullmatch(row.pattern, row.example)
    assert not re.fullmatch(row.pattern, row.counterexample)


@pytest.mark.parametrize(
    "text",
    [
        '{"okx": {"ws_token": "sercet_Ws_t0ken", "password": password}}',
        '{\\"okx\\": {\\"key\\" : \\"5wowfxemogx;Eowo\\", \\"password\\" : password}}',
        '{"username": "Freqtrader-7", "okx_password": null}',
        '{"jwt_secret_key": "someThing-random", "okx_password": null}',
        "OKX asks for a password.<br>**Keep it in secret.",
        '<h2>OKX password</h2>\n<p>Kucoin<a class="headerlink"> and others</p>',
        "OKX password: see [Exchanges](exchanges.md).",
        "okx password: mysql+pymysql://<user>:<password>@localhost:3306/<database>",
        'okx = {"password": password,\\n "port": 8080,\\n    "user": user}',
        "okx(password, expected_code=200, needs=False)",
        '{"okx_password": null, "at": "2020-07-21T14:42:24.567Z"}',
    ],
)
def test_what_stands_beside_names_is_no_candidate(text: str) -> None:
    assert not list(lone_passphrases(text))
    assert not could_hold(Blob(text.encode()))


@pytest.mark.parametrize(
    "text",
    [
        '{{"okx_passphrase": {{"main": "{}"}}}}',
        '{{"okx": {{"clientID": "{}", "password": null}}}}',
        '{{"okx_password": "{}"}}',
        '{{"passphrase": "{}"}}',
        "<p>okx password: {}</p>",
        "<okx><password>{}</password></okx>",
        "okx password:<br>{}<br>",
        "okx_password = {}",
        "okx --password -{}",
        '"okx_passphrase" => "{}"',
        '{{"name": "OKX_PASSPHRASE", "value": "{}"}}',
    ],
)
def test_what_may_be_a_passphrase_is_a_candidate(text: str) -> None:
    for _ in range(20):
        assert list(lone_passphrases(text.format(passphrase("!*+"))))


@pytest.mark.parametrize(
    "row", [r for r in ROLE_NAMES if r.role is Role.PASSPHRASE], ids=lambda row: row.words
)
@pytest.mark.parametrize("form", ["OKX {}: {}", 'okx_{} = "{}"', '{{"okx": {{"{}": "{}"}}}}', "OKX_{}={}"])
def test_every_name_of_a_passphrase_asks_for_one(row: RoleName, form: str) -> None:
    for name in {row.words, row.words.replace(" ", "_"), row.words.upper(), row.example}:
        text = form.format(name, passphrase("!*+")).encode()
        with mock.patch.object(reading, "regions", lambda text, *_: [(0, len(text))]):
            found = detect(Blob(text)).findings
        assert detect(Blob(text)).findings == found
        assert could_hold(Blob(text)) or not found
