"""Texts that are no values: every row of the tables, and values that look a little like them."""

from __future__ import annotations

import re

import pytest

from okx_secret_scan.detector.placeholders import (
    PLACEHOLDERS,
    REFERENCES,
    Placeholder,
    is_placeholder,
    is_placeholder_in_set,
    is_reference,
    reads_as_text,
)
from tests.values import api_key, passphrase, secret_key


@pytest.mark.parametrize("row", [*PLACEHOLDERS, *REFERENCES], ids=lambda row: row.example)
def test_an_example_is_no_value(row: Placeholder) -> None:
    assert is_placeholder(row.example)
    assert re.search(row.pattern, row.example, re.IGNORECASE)


@pytest.mark.parametrize("row", [*PLACEHOLDERS, *REFERENCES], ids=lambda row: row.example)
def test_a_counterexample_is_a_value(row: Placeholder) -> None:
    assert not is_placeholder(row.counterexample)


@pytest.mark.parametrize("row", REFERENCES, ids=lambda row: row.example)
def test_a_reference_is_told_from_other_placeholders(row: Placeholder) -> None:
    assert is_reference(row.example)
    assert not is_reference(row.counterexample)


@pytest.mark.parametrize(
    "text",
    ["", "   ", "aaaaaaaa", "okx-pass-00000001", "demo_key", "okxsecretkey", "OKX_API_KEY", "mypassphrase"],
)
def test_words_that_name_credentials_are_no_values(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize("text", ["okx#77Moon", "myBot!8842x", "secret-rivers-83", "pass9371kite"])
def test_a_passphrase_may_hold_such_words(text: str) -> None:
    assert not is_placeholder(text)


@pytest.mark.parametrize("row", [row for row in PLACEHOLDERS if not row.alone], ids=lambda row: row.example)
def test_what_nobody_chooses_is_no_value_in_a_set_either(row: Placeholder) -> None:
    assert is_placeholder_in_set(row.example) or row.example.isdigit()


@pytest.mark.parametrize(
    "text", ["Abc123456", "88888888", "okx12345", "Test@1234", "Example88!", "Hidden77!"]
)
def test_what_is_typed_may_be_a_value_in_a_set(text: str) -> None:
    assert is_placeholder(text)
    assert not is_placeholder_in_set(text)


@pytest.mark.parametrize(
    "text", ["test_passphrase", "test123", "demo_key", "okx-pass-00000001", "Test Passphrase 1!", "********"]
)
def test_what_reads_as_a_dummy_is_none_in_a_set_either(text: str) -> None:
    assert is_placeholder_in_set(text)


def test_values_drawn_at_random_are_never_placeholders() -> None:
    values = [make() for _ in range(300) for make in (api_key, secret_key)]
    assert not any(map(is_placeholder, values))
    assert sum(map(is_placeholder, (passphrase() for _ in range(300)))) <= 3


@pytest.mark.parametrize(
    "text",
    [
        "Enter the Passphrase 1!",
        "OKX API passphrase, 8 characters",
        "must be 8 to 32 characters",
        "^[A-Za-z0-9]{8,}$",
        "f(x) => Y1",
        "Passw: %s",
    ],
)
def test_labels_rules_and_code_read_as_text(text: str) -> None:
    assert reads_as_text(text)


@pytest.mark.parametrize("text", ["Amber77!moon", "Correct horse 42!", "T0p$ecret-ish"])
def test_passphrases_do_not(text: str) -> None:
    assert not reads_as_text(text)
