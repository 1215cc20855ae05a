"""Findings of one account are one credential."""

from __future__ import annotations

from dataclasses import replace

import pytest

from okx_secret_scan.credentials import group
from okx_secret_scan.model import Finding, Location, Rule, Secret, Severity, severity_of
from tests import values

KEY, SECRET, PASSPHRASE, TOKEN = Rule.API_KEY, Rule.SECRET_KEY, Rule.PASSPHRASE, Rule.SESSION_TOKEN


def found(rule: Rule, value: str, credential: str, path: str = "a.py") -> Finding:
    return Finding(rule, Secret(value, rule), Location(1, 1, 1, 9), Severity.LOW, credential, (), path=path)


@pytest.mark.parametrize(
    ("rules", "severity"),
    [
        ({KEY, SECRET, PASSPHRASE}, Severity.CRITICAL),
        ({SECRET}, Severity.HIGH),
        ({KEY, SECRET}, Severity.HIGH),
        ({SECRET, PASSPHRASE}, Severity.HIGH),
        ({TOKEN}, Severity.HIGH),
        ({PASSPHRASE}, Severity.MEDIUM),
        ({KEY, PASSPHRASE}, Severity.MEDIUM),
        ({KEY}, Severity.LOW),
    ],
)
def test_severity_is_that_of_what_leaked_together(rules: set[Rule], severity: Severity) -> None:
    assert severity_of(rules) == severity


def test_parts_of_one_account_get_the_severity_of_the_whole() -> None:
    account = values.account()
    findings, credentials = group(
        [
            found(KEY, account.key, "0.0.x"),
            found(SECRET, account.secret, "0.0.x"),
            found(PASSPHRASE, account.passphrase, "0.0.x"),
        ]
    )
    assert {f.severity for f in findings} == {Severity.CRITICAL}
    assert [(c.id, c.severity, c.rules) for c in credentials] == [
        ("c1", Severity.CRITICAL, (KEY, SECRET, PASSPHRASE))
    ]


def test_files_that_share_a_key_or_secret_key_hold_one_credential() -> None:
    account = values.account()
    findings, credentials = group(
        [
            found(KEY, account.key, "0.0.x", "a.py"),
            found(PASSPHRASE, values.passphrase(), "0.1.x", "b.py"),
            found(KEY, account.key, "0.2.x", "c.py"),
            found(SECRET, account.secret, "0.2.x", "c.py"),
            found(SECRET, account.secret, "0.3.x", "d.py"),
        ]
    )
    assert [f.credential for f in findings] == ["c1", "c2", "c1", "c1", "c1"]
    assert [(c.id, c.paths) for c in credentials] == [("c1", ("a.py", "c.py", "d.py")), ("c2", ("b.py",))]


def test_the_worst_credentials_have_the_first_numbers() -> None:
    account = values.account()
    findings, credentials = group(
        [
            found(KEY, values.api_key(), "0.0.x"),
            found(PASSPHRASE, values.passphrase(), "0.1.x"),
            found(KEY, account.key, "0.2.x"),
            found(SECRET, account.secret, "0.2.x"),
            found(KEY, values.api_key(), "0.3.x"),
        ]
    )
    assert [f.credential for f in findings] == ["c3", "c2", "c1", "c1", "c4"]
    assert [c.id for c in credentials] == ["c1", "c2", "c3", "c4"]
    assert group(findings) == (findings, credentials)


def test_a_shared_passphrase_alone_does_not_make_one_credential() -> None:
    passphrase = values.passphrase()
    first, second = values.account(), values.account()
    findings, credentials = group(
        [
            found(SECRET, first.secret, "0.0.x"),
            found(PASSPHRASE, passphrase, "0.0.x"),
            found(SECRET, second.secret, "0.1.x"),
            found(PASSPHRASE, passphrase, "0.1.x"),
        ]
    )
    assert [f.credential for f in findings] == ["c1", "c1", "c2", "c2"]
    assert len(credentials) == 2


def test_suppressed_parts_count_towards_severity_but_not_alone() -> None:
    account = values.account()
    key = replace(found(KEY, account.key, "0.0.x"), suppressed="baseline")
    alone = replace(found(KEY, values.api_key(), "0.1.x"), suppressed="baseline")
    findings, credentials = group(
        [
            alone,
            key,
            found(SECRET, account.secret, "0.0.x"),
            found(PASSPHRASE, account.passphrase, "0.0.x"),
        ]
    )
    assert [c.id for c in credentials] == ["c1"]
    assert [f.credential for f in findings] == ["c2", "c1", "c1", "c1"]
    assert findings[2].severity is Severity.CRITICAL


def test_grouping_twice_changes_nothing() -> None:
    account = values.account()
    once = group(
        [found(KEY, account.key, "0.0.x"), found(KEY, account.key, "0.1.x"), found(SECRET, "A1", "9")]
    )
    assert group(once[0]) == once
