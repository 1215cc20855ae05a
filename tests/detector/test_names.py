"""What names say: every row of the table, and what the words around a role change."""

from __future__ import annotations

import pytest

from okx_secret_scan.detector.names import read_name, split_words
from okx_secret_scan.detector.providers import Owner
from okx_secret_scan.detector.roles import ROLE_NAMES, Role, RoleName
from tests.values import api_key, secret_key


@pytest.mark.parametrize("row", ROLE_NAMES, ids=lambda row: row.words)
def test_an_example_asks_for_its_role(row: RoleName) -> None:
    name = read_name(row.example)
    assert (name.role, name.weak, name.about) == (row.role, row.weak, False)
    assert row.words in " ".join(split_words(row.example))


@pytest.mark.parametrize("row", ROLE_NAMES, ids=lambda row: row.words)
def test_a_counterexample_does_not_ask_for_the_value(row: RoleName) -> None:
    name = read_name(row.counterexample)
    assert name.role is not row.role or name.about or name.unknown


def test_no_spelling_stands_twice() -> None:
    spellings = [row.words for row in ROLE_NAMES]
    assert sorted(spellings) == sorted(set(spellings))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("OKXApiKey_2", ["okx", "api", "key", "2"]),
        ("okx-v5.secretKey", ["okx", "v", "5", "secret", "key"]),
        ("OK-ACCESS-PASSPHRASE", ["ok", "access", "passphrase"]),
        ("欧易密钥2", ["欧易", "密钥", "2"]),
        ("HTTPServer", ["http", "server"]),
    ],
)
def test_names_are_cut_into_words(text: str, words: list[str]) -> None:
    assert split_words(text) == words


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("okx_api_key", Role.KEY),
        ("okx_api_key_secret", Role.SECRET),
        ("okx_secret_passphrase", Role.PASSPHRASE),
        ("api_key_for_weather", Role.KEY),
        ("okxapikey", Role.KEY),
        ("myokexpassphrase", Role.PASSPHRASE),
        ("api_keys", Role.KEY),
        ("order", None),
        ("weatherapikey", None),
        ("", None),
    ],
)
def test_the_last_and_longest_run_of_words_decides(text: str, role: Role | None) -> None:
    assert read_name(text).role is role


def test_words_around_a_role_are_told_apart() -> None:
    name = read_name("OKX_DEMO_API_KEY_2")
    assert (name.owner, name.unknown, name.qualifiers) == (
        Owner.OKX,
        frozenset[str](),
        frozenset({"demo", "2"}),
    )
    name = read_name("weather_api_key")
    assert (name.owner, name.unknown, name.qualifiers) == (
        None,
        frozenset({"weather"}),
        frozenset({"weather"}),
    )


@pytest.mark.parametrize("text", ["weather_password", "chat_id", "guild_user"])
def test_a_weak_spelling_beside_an_unknown_word_asks_for_nothing(text: str) -> None:
    assert read_name(text).role is None


@pytest.mark.parametrize("text", ["okx_secret_key_label", "passphrase_regex", "api_key_md5", "secretKeyUrl"])
def test_a_name_may_speak_about_a_value(text: str) -> None:
    assert read_name(text).about


@pytest.mark.parametrize("text", ["okx_secret_key", "okx_secret_key_2", "okx_secret_key_live"])
def test_a_number_or_an_account_behind_a_role_is_no_such_word(text: str) -> None:
    assert not read_name(text).about


def test_the_object_of_an_attribute_may_be_called_anything() -> None:
    assert read_name("gizmo.password").role is Role.PASSPHRASE
    assert read_name("gizmo_password").role is None


def test_a_value_in_a_name_is_left_out() -> None:
    for value in (api_key(), secret_key()):
        assert value not in read_name(f"okx secret key {value}").text
