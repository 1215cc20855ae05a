from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import cmarkgfm
import jsonschema
from cmarkgfm.cmark import Options
from hypothesis import given, settings

from okx_secret_scan.model import Rule, ScanResult
from okx_secret_scan.reports import Style, gitlab
from tests import values
from tests.reports.samples import clean, finding, hostile, sample
from tests.reports.test_formats import nasty

SCHEMA = json.loads(
    (Path(__file__).parents[1] / "data/schemas/gitlab-secret-detection.json").read_text(encoding="utf-8")
)
VALIDATOR = jsonschema.Draft7Validator(SCHEMA)
NOON = datetime(2026, 11, 22, 13, 0, 0, tzinfo=timezone(timedelta(hours=1)))


def report(result: ScanResult) -> dict[str, Any]:
    """Return the report of a scan that ended at `NOON`, once it has satisfied the schema."""
    made = json.loads(gitlab.render(result, Style(), NOON))
    VALIDATOR.validate(made)
    assert isinstance(made, dict)
    return made


def test_a_vulnerability_says_what_where_since_when_and_what_to_do() -> None:
    gone = report(sample().result)["vulnerabilities"][3]
    assert (gone["name"], gone["severity"]) == ("OKX secret key", "High")
    assert gone["location"]["file"] == "old/keys.py"
    assert gone["location"]["start_line"] == 9
    assert gone["location"]["commit"] == {
        "sha": "1" * 40,
        "author": "Ada",
        "date": "2025-03-01T10:00:00+01:00",
        "message": "Add the bot",
    }
    assert "Delete the API key" in gone["solution"]
    assert gone["identifiers"][0]["value"] == "okx-secret-key"


def test_times_are_utc_and_span_the_scan() -> None:
    scan = report(replace(clean(), summary=replace(clean().summary, seconds=90.0)))["scan"]
    assert (scan["start_time"], scan["end_time"]) == ("2026-11-22T11:58:30", "2026-11-22T12:00:00")


def test_the_end_of_the_scan_is_now_by_default() -> None:
    before = datetime.now(UTC).replace(microsecond=0, tzinfo=None)
    scan = json.loads(gitlab.render(clean(), Style()))["scan"]
    assert datetime.fromisoformat(scan["end_time"]) >= before


def test_an_incomplete_scan_is_a_failure_that_lists_its_gaps() -> None:
    scan = report(sample().result)["scan"]
    assert scan["status"] == "failure"
    assert scan["messages"][0] == {"level": "warn", "value": "Not read: data/dump.bin: larger than 50 MiB"}
    assert report(clean())["scan"]["status"] == "success"


def test_lists_every_rule_so_that_gitlab_can_close_what_is_gone() -> None:
    assert [each["value"] for each in report(clean())["scan"]["primary_identifiers"]] == [
        r.value for r in Rule
    ]


def test_tracking_follows_the_value_and_ids_are_unique() -> None:
    first = finding(Rule.API_KEY, values.api_key(), 1)
    again = finding(Rule.API_KEY, first.secret.reveal(), 2, fingerprint=first.fingerprint)
    one, two = report(ScanResult("scan", (first, again)))["vulnerabilities"]
    signature = {"algorithm": "rule_value", "value": first.fingerprint}
    assert (
        one["tracking"]["items"][0]["signatures"] == two["tracking"]["items"][0]["signatures"] == [signature]
    )
    assert one["id"] != two["id"]
    assert one["id"] == report(ScanResult("scan", (first,)))["vulnerabilities"][0]["id"]


@settings(max_examples=50, deadline=None)
@given(text=nasty)
def test_any_text_is_valid_and_becomes_no_markup(text: str) -> None:
    for each in report(hostile(text).result)["vulnerabilities"]:
        html = cmarkgfm.github_flavored_markdown_to_html(each["description"], Options.CMARK_OPT_UNSAFE)
        assert set(re.findall(r"<(\w+)", html)) == {"p", "code"}


def test_what_stands_in_an_archive_is_located_at_the_archive() -> None:
    key = finding(Rule.API_KEY, values.api_key(), 7, path="dist/app.zip!etc/okx.env", member="etc/okx.env")
    (made,) = report(ScanResult("scan", (key,)))["vulnerabilities"]
    assert (made["location"]["file"], made["location"]["start_line"]) == ("dist/app.zip", 1)
    assert made["details"]["place"]["value"] == "dist/app.zip!etc/okx.env:7:15"
