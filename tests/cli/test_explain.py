"""`okx-secret-scan explain`."""

from __future__ import annotations

import pytest

from okx_secret_scan.model import Rule
from tests import values
from tests.command import Command, config
from tests.repository import Repository


@pytest.mark.parametrize("rule", Rule)
def test_a_rule_is_explained_with_its_remedy(okx: Command, rule: Rule) -> None:
    run = okx("explain", rule.value)
    assert (run.status, run.err) == (0, "")
    assert run.out.startswith(f"{rule.value}: OKX ")
    assert "What to do now\n  - " in run.out


def test_a_finding_is_explained_by_its_evidence(okx: Command, repository: Repository) -> None:
    account = values.account()
    repository.commit({"bot.py": config(account), "other.py": config(values.account())})
    found = okx("scan", "--format", "json").report["findings"][1]
    run = okx("explain", found["fingerprint"])
    assert (run.status, run.err) == (0, "")
    assert run.out.startswith("CRITICAL  c1  OKX secret key " + account.secret[:4] + "****")
    assert "bot.py:4:19" in run.out
    assert "other.py" not in run.out
    for reason in found["evidence"].split("; "):
        assert reason in run.out
    assert "found of this account: OKX API key, OKX secret key, OKX passphrase" in run.out
    assert "What would silence it" in run.out
    assert not [v for v in (account.key, account.secret, account.passphrase) if v in run.out]


def test_what_silences_a_finding_is_told(okx: Command, repository: Repository) -> None:
    repository.write("bot.py", f'OKX_SECRET_KEY = "{values.secret_key()}"  # okx-secret-scan: allow\n')
    found = okx("scan", "--format", "json", "-v").report["suppressed"][0]
    assert "silenced by comment" in okx("explain", found["fingerprint"]).out


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (values.secret_key(), "that looks like a secret key: explain takes the fingerprint"),
        (values.api_key(), "that looks like an API key: explain takes the fingerprint"),
        (values.api_key().upper(), "that looks like an API key: explain takes the fingerprint"),
        (values.passphrase(), "that is neither a fingerprint (32 lower-case hex digits) nor a rule"),
        (f" {values.secret_key()}", "that is neither a fingerprint"),
        (f"okx-api-key={values.secret_key()}", "that is neither a fingerprint"),
        (values.secret_key().lower(), "holds a finding with that fingerprint"),
    ],
    ids=range(7),
)
def test_a_value_given_by_mistake_is_not_repeated(value: str, words: str, okx: Command) -> None:
    run = okx("explain", value)
    assert (run.status, run.out) == (2, "")
    assert words in run.err
    assert value.strip() not in run.err
    assert len(run.err.splitlines()) == 1


def test_a_rule_that_is_mistyped_is_repeated(okx: Command) -> None:
    assert "'okx-api-kay' is neither" in okx("explain", "okx-api-kay").err
