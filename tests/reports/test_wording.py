"""The sentence that every report shares."""

from __future__ import annotations

from okx_secret_scan.model import Rule, Source
from okx_secret_scan.reports.wording import sentence
from tests import values
from tests.reports.samples import AT_HEAD, BROUGHT, GONE, finding


def test_the_commit_that_brought_a_value_is_named() -> None:
    made = finding(Rule.PASSPHRASE, values.passphrase(), 3)
    story = "OKX passphrase ********, part of a complete credential"
    assert sentence(made) == f"{story}."
    assert sentence(finding(Rule.PASSPHRASE, values.passphrase(), 3, attribution=AT_HEAD)) == (
        f"{story}, brought by commit 1111111111."
    )
    assert sentence(finding(Rule.PASSPHRASE, values.passphrase(), 3, attribution=GONE)) == (
        f"{story}, brought by commit 1111111111, in history only."
    )


def test_a_message_that_its_commit_stands_for_does_not_name_it_twice() -> None:
    made = finding(
        Rule.SECRET_KEY,
        values.secret_key(),
        3,
        path=None,
        source=Source.COMMIT_MESSAGE,
        blob=BROUGHT.sha,
        attribution=AT_HEAD,
    )
    assert "brought by" not in sentence(made)
