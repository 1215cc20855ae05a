"""A team's own vocabulary: what its examples prove."""

from __future__ import annotations

import re

import pytest

from okx_secret_scan.model import Blob, Finding, Rule
from okx_secret_scan.policy.extras import (
    Addition,
    ExtraClient,
    ExtraName,
    check_call,
    check_name,
    check_placeholder,
    combine,
    failures,
)
from tests.policy.findings import finding
from tests.values import api_key, secret_key

SEED = ExtraName("ACME_SEED", Rule.SECRET_KEY)


def detect(blob: Blob) -> list[Finding]:
    """Find secret keys behind ACME_SEED, and nothing else."""
    found = re.findall(r'ACME_SEED = "([0-9A-F]{32})"', blob.data.decode())
    return [finding(Rule.SECRET_KEY, value) for value in found]


def addition(finds: str, ignores: str) -> Addition:
    return Addition((SEED,), (), (), (finds,), (ignores,))


def test_examples_that_hold_are_silent() -> None:
    assert failures([addition('ACME_SEED = "{secret}"', 'ACME = "{secret}"')], detect) == []


@pytest.mark.parametrize(
    ("finds", "ignores", "line"),
    [
        ('ACME = "{secret}"', "x", "finds 'ACME = \"{secret}\"': okx-secret-key is not found"),
        ('f("{key}", "{passphrase}")', "x", "okx-api-key, okx-passphrase is not found"),
        (
            'ACME_SEED = "{secret}"',
            'ACME_SEED = "{secret}"',
            "ignores 'ACME_SEED = \"{secret}\"': okx-secret-key is",
        ),
    ],
)
def test_examples_that_fail_are_told(finds: str, ignores: str, line: str) -> None:
    [told] = failures([addition(finds, ignores)], detect)
    assert line in told


def test_values_are_fresh_for_each_example() -> None:
    seen: list[bytes] = []

    def remember(blob: Blob) -> list[Finding]:
        seen.append(blob.data)
        return []

    failures([addition("{secret}", "{key}"), addition("{secret}", "{passphrase}")], remember)
    assert len(set(seen)) == 4
    assert not any(b"{" in data for data in seen)


def test_additions_are_combined() -> None:
    client = ExtraClient("Gateway", (Rule.API_KEY, None))
    extras = combine([addition("a", "b"), Addition((), (client,), ("dummy",), (), ())])
    assert (extras.names, extras.clients, extras.placeholders) == ((SEED,), (client,), ("dummy",))


@pytest.mark.parametrize("name", ["ACME_SEED", "acme.seed", "acme-seed", "签名种子", "x"])
def test_names(name: str) -> None:
    assert check_name(name) == name


@pytest.mark.parametrize("name", ["", "a b", "a.*", "1a", "a$", "[a]", "a|b", " a"])
def test_what_is_no_name(name: str) -> None:
    with pytest.raises(ValueError, match="is no name"):
        check_name(name)


@pytest.mark.parametrize("call", ["Gateway", "acme.Gateway", "acme::gateway::new", "newКлиент"])
def test_calls(call: str) -> None:
    assert check_call(call) == call


@pytest.mark.parametrize("call", ["", "f()", "a..b", "a b", "acme.", "f("])
def test_what_is_no_call(call: str) -> None:
    with pytest.raises(ValueError, match="is no name of a function"):
        check_call(call)


def test_a_value_is_no_placeholder() -> None:
    assert check_placeholder("acme-dummy") == "acme-dummy"
    for value in (api_key(), secret_key(), secret_key().lower()):
        with pytest.raises(ValueError, match="form of a real value"):
            check_placeholder(value)
