from __future__ import annotations

import json
from typing import Any

from hypothesis import given

from okx_secret_scan import reports
from okx_secret_scan.model import Rule, ScanResult
from okx_secret_scan.reports import Style
from tests import values
from tests.reports.samples import clean, finding, hostile, sample
from tests.reports.test_formats import nasty

# The fields that GitLab's documentation asks for, and the severities that it knows.
SEVERITIES = {"info", "minor", "major", "critical", "blocker"}


def issues(result: ScanResult) -> list[dict[str, Any]]:
    """Return the issues, once each has what GitLab requires of it."""
    listed = json.loads(reports.render("codequality", result, Style()))
    for issue in listed:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in SEVERITIES
        assert issue["location"]["lines"]["begin"] >= 1
        assert not issue["location"]["path"].startswith("./")
    assert isinstance(listed, list)
    return listed


def test_findings_are_issues_by_severity() -> None:
    listed = issues(sample().result)
    assert [issue["severity"] for issue in listed[:7]] == ["blocker"] * 3 + [
        "critical",
        "major",
        "critical",
        "minor",
    ]
    assert listed[1]["location"] == {"path": "bot/config.py", "lines": {"begin": 4, "end": 4}}


def test_gaps_are_issues_too() -> None:
    listed = issues(sample().result)
    assert [issue["check_name"] for issue in listed[7:]] == ["not-read"] * 3


def test_no_two_issues_share_a_fingerprint() -> None:
    once = finding(Rule.API_KEY, values.api_key(), 1)
    again = finding(Rule.API_KEY, once.secret.reveal(), 2, fingerprint=once.fingerprint)
    listed = issues(ScanResult("scan", (once, again)))
    assert len({issue["fingerprint"] for issue in listed}) == 2


def test_a_clean_scan_is_an_empty_list() -> None:
    assert issues(clean()) == []


@given(text=nasty)
def test_any_text_makes_valid_issues(text: str) -> None:
    assert len(issues(hostile(text).result)) == 5
