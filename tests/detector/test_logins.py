"""Passwords of logins: told by what stands beside them."""

from __future__ import annotations

import pytest

from okx_secret_scan.detector.logins import LOGIN_FIELDS, LoginField, is_of_login
from okx_secret_scan.detector.names import read_name
from tests.values import api_key, passphrase

PASSWORD, PASSPHRASE = read_name("password"), read_name("passphrase")


@pytest.mark.parametrize("row", LOGIN_FIELDS, ids=lambda row: row.word)
def test_a_field_of_a_login_tells(row: LoginField) -> None:
    assert is_of_login(PASSWORD, [(row.example, "quant"), ("password", "")])
    assert not is_of_login(PASSWORD, [(row.example, "quant"), ("apiKey", "k")])
    assert not is_of_login(PASSWORD, [(row.example, api_key())])
    assert not is_of_login(PASSWORD, [(row.example, "https://www.okx.com")])


def test_a_passphrase_is_of_a_login_where_both_person_and_place_are_told() -> None:
    person, place = ("username", "root"), ("host", "10.0.0.4")
    assert is_of_login(PASSPHRASE, [person, place])
    assert not is_of_login(PASSPHRASE, [person])
    assert not is_of_login(PASSPHRASE, [place])


def test_a_password_beside_a_passphrase_is_another_thing() -> None:
    key = ("apiKey", api_key())
    assert is_of_login(PASSWORD, [key, ("passphrase", passphrase())])
    assert not is_of_login(PASSWORD, [key, ("passphrase", "")])
    assert not is_of_login(PASSWORD, [key, ("passphrase", "your-passphrase")])


@pytest.mark.parametrize("callee", ["gpg.decrypt", "https.createServer", "load_pem_private_key"])
def test_what_opens_a_key_of_its_own_takes_the_passphrase_of_that(callee: str) -> None:
    assert is_of_login(PASSPHRASE, [("data", "message")], callee)
    assert not is_of_login(PASSPHRASE, [("api_key", "k")], callee)
    assert not is_of_login(PASSPHRASE, [("data", "message")], "decrypt")


def test_the_address_of_a_database_is_a_place() -> None:
    assert is_of_login(PASSWORD, [("url", "jdbc:mysql://localhost:3306/okx")])
    assert not is_of_login(PASSWORD, [("url", "https://example.org/okx")])
