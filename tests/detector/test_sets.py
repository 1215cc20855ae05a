"""Which values belong to one account, and how bad it is that they leaked."""

from __future__ import annotations

import itertools

import pytest

from okx_secret_scan.detector import detect
from okx_secret_scan.detector.sets import RULES, severity_of
from okx_secret_scan.model import Blob, Finding, Rule, Severity
from tests.values import Account, account


def _found(text: str, path: str = "bot.py") -> tuple[Finding, ...]:
    return detect(Blob(text.encode(), path)).findings


def _sets(findings: tuple[Finding, ...]) -> set[frozenset[str]]:
    """The values of each credential."""
    key = lambda one: one.credential  # noqa: E731
    return {
        frozenset(one.secret.reveal() for one in members)
        for _, members in itertools.groupby(sorted(findings, key=key), key)
    }


def _values(one: Account) -> frozenset[str]:
    return frozenset({one.key, one.secret, one.passphrase})


def _lines(one: Account, suffix: str = "") -> str:
    return (
        f'OKX_API_KEY{suffix} = "{one.key}"\nOKX_SECRET_KEY{suffix} = "{one.secret}"\n'
        f'OKX_PASSPHRASE{suffix} = "{one.passphrase}"\n'
    )


@pytest.mark.parametrize(
    ("rules", "severity"),
    [
        ({Rule.API_KEY, Rule.SECRET_KEY, Rule.PASSPHRASE}, Severity.CRITICAL),
        ({Rule.API_KEY, Rule.SECRET_KEY}, Severity.HIGH),
        ({Rule.SECRET_KEY, Rule.PASSPHRASE}, Severity.HIGH),
        ({Rule.SECRET_KEY}, Severity.HIGH),
        ({Rule.SESSION_TOKEN}, Severity.HIGH),
        ({Rule.API_KEY, Rule.PASSPHRASE}, Severity.MEDIUM),
        ({Rule.PASSPHRASE}, Severity.MEDIUM),
        ({Rule.API_KEY}, Severity.LOW),
    ],
)
def test_severity(rules: set[Rule], severity: Severity) -> None:
    assert severity_of(rules) is severity


def test_every_role_has_a_rule() -> None:
    assert set(RULES.values()) == {Rule.API_KEY, Rule.SECRET_KEY, Rule.PASSPHRASE}


def test_the_parts_of_the_only_account_belong_together_however_far_apart() -> None:
    one = account()
    text = ("x = [1, 2, 3]\n" * 100).join(_lines(one).splitlines(keepends=True))
    findings = _found(text)
    assert _sets(findings) == {_values(one)}
    assert {f.severity for f in findings} == {Severity.CRITICAL}


@pytest.mark.parametrize("suffixes", [("_DEMO", "_LIVE"), ("_1", "_2"), ("_MAIN", "_SUB")])
def test_names_tell_accounts_apart_in_any_order(suffixes: tuple[str, str]) -> None:
    a, b = account(), account()
    mixed = zip(_lines(a, suffixes[0]).splitlines(), _lines(b, suffixes[1]).splitlines(), strict=True)
    text = "\n".join(itertools.chain.from_iterable(mixed))
    assert _sets(_found(text)) == {_values(a), _values(b)}


def test_blocks_tell_accounts_apart() -> None:
    a, b = account(), account()
    row = '    {{"api_key": "{0.key}", "secret": "{0.secret}", "passphrase": "{0.passphrase}"}},\n'
    assert _sets(_found("okx = [\n" + row.format(a) + row.format(b) + "]\n")) == {_values(a), _values(b)}


def test_what_follows_closes_a_set_before_it_starts_the_next() -> None:
    a, b, c = account(), account(), account()
    assert _sets(_found(_lines(a) + _lines(b) + _lines(c))) == {_values(a), _values(b), _values(c)}


def test_lists_of_parts_stay_apart_but_within_reach() -> None:
    a, b = account(), account()
    text = (
        f'OKX_API_KEY = "{a.key}"\n' + "\n" * 30 + f'OKX_SECRET_KEY = "{b.secret}"\nOKX_API_KEY = "{b.key}"\n'
    )
    assert _sets(_found(text)) == {frozenset({a.key}), frozenset({b.secret, b.key})}


def test_a_value_written_twice_is_one_credential() -> None:
    a, b = account(), account()
    text = _lines(a) + _lines(b) + "\n" * 50 + f'okx(secret="{a.secret}")\n'
    findings = _found(text)
    assert len(findings) == 7
    assert _sets(findings) == {_values(a), _values(b)}


def test_a_passphrase_serves_the_nearest_set() -> None:
    a, b = account(), account()
    text = (
        f'OKX_API_KEY_1 = "{a.key}"\nOKX_SECRET_KEY_1 = "{a.secret}"\n\n'
        f'OKX_API_KEY_2 = "{b.key}"\nOKX_SECRET_KEY_2 = "{b.secret}"\nOKX_PASSPHRASE = "{b.passphrase}"\n'
    )
    assert _sets(_found(text)) == {frozenset({a.key, a.secret}), _values(b)}


def test_credentials_are_numbered_in_reading_order() -> None:
    text = "\n".join(_lines(account(), f"_{number}") for number in range(1, 30))
    assert [one.credential for one in _found(text)] == [str(n) for n in range(1, 30) for _ in range(3)]


def test_hundreds_of_accounts_stay_apart() -> None:
    accounts = [account() for _ in range(300)]
    rows = "".join(f"{one.key},{one.secret},{one.passphrase}\n" for one in accounts)
    findings = _found("api_key,secret_key,passphrase\n" + rows, "okx.csv")
    assert len(findings) == 900
    assert _sets(findings) == set(map(_values, accounts))
