"""The shapes of values, and hex digits that people type."""

from __future__ import annotations

import random

import pytest

from okx_secret_scan.detector import shapes
from okx_secret_scan.detector.shapes import JWT, KEY_OR_SECRET, is_key, is_secret
from tests.values import api_key, secret_key


def test_values_drawn_at_random_have_their_shape() -> None:
    assert all(is_key(api_key()) for _ in range(500))
    assert all(is_secret(secret_key()) for _ in range(500))


def test_a_key_is_a_lower_case_uuid_of_version_4() -> None:
    key = api_key()
    assert not is_key(key.upper())
    assert not is_key(f"{key[:14]}1{key[15:]}")
    assert not is_key(f"{key[:19]}c{key[20:]}")
    assert not is_key(key.replace("-", ""))
    assert not is_key(key + "0")


def test_a_secret_key_is_32_upper_case_digits_of_both_kinds() -> None:
    secret = secret_key()
    assert not is_secret(secret.lower())
    assert not is_secret(secret[:-1])
    assert not is_secret(secret + "A")
    assert not is_secret("".join(random.choices("ABCDEF", k=32)))
    assert not is_secret("".join(random.choices("0123456789", k=32)))


@pytest.mark.parametrize("row", shapes._TYPED, ids=lambda row: row[:8])
def test_eight_typed_digits_give_a_value_away(row: str) -> None:
    secret = secret_key()
    for start in range(len(row) - 7):
        typed = row[start : start + 8]
        at = random.randrange(25)
        assert not is_secret(secret[:at] + typed + secret[at + 8 :])
        lower = typed.lower()
        assert not is_key(f"{lower}-{api_key()[9:]}")


@pytest.mark.parametrize("period", [1, 2, 4, 8, 16])
def test_a_repeated_pattern_is_no_value(period: int) -> None:
    assert not is_secret((secret_key()[:period] * 32)[:32])


def test_one_digit_eight_times_in_a_row_is_no_value() -> None:
    secret = secret_key()
    assert not is_secret(secret[:10] + "7" * 8 + secret[18:])
    assert not is_key(f"00000000-{api_key()[9:]}")


@pytest.mark.parametrize("around", ["a{}", "{}a", "F{}", "{}0"])
def test_a_value_within_a_longer_run_is_none(around: str) -> None:
    for value in (api_key(), secret_key()):
        assert KEY_OR_SECRET.search(around.format(value)) is None


@pytest.mark.parametrize("around", ["{}", '"{}"', "={};", "_{}_", "值{}值"])
def test_a_value_ends_where_its_digits_do(around: str) -> None:
    for value in (api_key(), secret_key()):
        found = KEY_OR_SECRET.search(around.format(value))
        assert found is not None
        assert found[0] == value


def test_a_token_has_three_parts() -> None:
    head, body, signature = "eyJ" + "a" * 12, "eyJ" + "b" * 40, "c" * 40
    assert JWT.search(f"Bearer {head}.{body}.{signature}")
    assert not JWT.search(f"Bearer {head}.{body}")
    assert not JWT.search(f"x{head}.{body}.{signature}")
