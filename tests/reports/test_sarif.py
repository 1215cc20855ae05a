from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

import jsonschema
import pytest
from hypothesis import example, given, settings

from okx_secret_scan import reports
from okx_secret_scan.model import Rule, ScanResult, Severity
from okx_secret_scan.reports import Style
from tests import values
from tests.reports.samples import clean, finding, hostile, sample
from tests.reports.test_formats import nasty

SCHEMA = json.loads((Path(__file__).parents[1] / "data/schemas/sarif-2.1.0.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft4Validator(SCHEMA, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER)


def run(result: ScanResult) -> dict[str, Any]:
    """Return the only run of the report, once the report has satisfied the official schema."""
    log = json.loads(reports.render("sarif", result, Style()))
    VALIDATOR.validate(log)
    (only,) = log["runs"]
    assert isinstance(only, dict)
    return only


def test_lists_every_rule_once_with_help_and_address() -> None:
    rules = run(sample().result)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.value for rule in Rule]
    for rule in rules:
        assert "What to do now" in rule["help"]["text"]
        assert rule["helpUri"].endswith(f"/{rule['id']}.md")
        assert "external/cwe/cwe-798" in rule["properties"]["tags"]


def test_results_point_at_their_rules() -> None:
    made = run(sample().result)
    rules = made["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in made["results"]] == [
        result["ruleId"] for result in made["results"]
    ]


def test_a_rule_is_as_severe_as_its_worst_finding() -> None:
    def score(*severities: Severity) -> tuple[str, str]:
        findings = tuple(
            finding(Rule.API_KEY, values.api_key(), line, severity=severity)
            for line, severity in enumerate(severities, start=1)
        )
        rule = run(ScanResult("scan", findings))["tool"]["driver"]["rules"][0]
        return rule["properties"]["security-severity"], rule["defaultConfiguration"]["level"]

    assert score(Severity.LOW) == ("2.0", "note")
    assert score(Severity.LOW, Severity.CRITICAL) == ("9.8", "error")


def test_places_are_relative_to_the_root_in_code_points() -> None:
    made = run(sample().result)
    place = made["results"][1]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "bot/config.py", "uriBaseId": "%SRCROOT%"}
    assert place["region"] == {"startLine": 4, "startColumn": 15, "endLine": 4, "endColumn": 47}
    assert made["columnKind"] == "unicodeCodePoints"
    assert "%SRCROOT%" in made["originalUriBaseIds"]


@pytest.mark.parametrize("name", ["ключ.py", "a b#c?d%20.py", "c:\\x", "new\nline", "http://evil.example/x"])
def test_any_name_is_a_relative_reference_that_leads_back_to_it(name: str) -> None:
    made = run(ScanResult("scan", (finding(Rule.API_KEY, values.api_key(), 1, path=name),)))
    uri = made["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert ":" not in uri
    assert unquote_to_bytes(uri).decode() == name


def test_a_name_that_is_no_text_keeps_its_bytes() -> None:
    path = b"caf\xe9.py".decode("utf-8", "surrogateescape")
    made = run(ScanResult("scan", (finding(Rule.API_KEY, values.api_key(), 1, path=path),)))
    uri = made["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert unquote_to_bytes(uri) == b"caf\xe9.py"


def test_related_locations_tie_a_credential_together() -> None:
    results = run(sample().result)["results"]
    related = results[0]["relatedLocations"]
    assert [place["message"]["text"] for place in related] == [
        "OKX secret key of the same credential",
        "OKX passphrase of the same credential",
    ]
    assert [place["physicalLocation"]["region"]["startLine"] for place in related] == [4, 5]
    assert "relatedLocations" not in results[3]


def test_related_locations_are_few_and_in_the_same_file_first() -> None:
    copies = [
        finding(Rule.API_KEY, values.api_key(), line, path=f"{'near' if line > 60 else line}.py")
        for line in range(1, 64)
    ]
    related = run(ScanResult("scan", tuple(copies)))["results"][60]["relatedLocations"]
    uris = [place["physicalLocation"]["artifactLocation"]["uri"] for place in related]
    assert len(uris) == 10
    assert uris[:3] == ["near.py", "near.py", "1.py"]


def test_what_is_not_in_the_checkout_brings_the_fingerprint_that_github_cannot_make() -> None:
    results = run(sample().result)["results"]
    made_here = [result for result in results if "primaryLocationLineHash" in result["partialFingerprints"]]
    uris = [r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in made_here]
    assert uris == ["old/keys.py", f".git/commit-message/{'3' * 40}"]
    assert all(result["partialFingerprints"]["okxSecretScan/v1"] for result in results)


def test_fingerprints_follow_the_value_not_the_line() -> None:
    before = finding(Rule.API_KEY, values.api_key(), 1)
    moved = replace(before, location=replace(before.location, line=9, end_line=9))
    first, second = (run(ScanResult("scan", (each,)))["results"][0] for each in (before, moved))
    assert first["partialFingerprints"] == second["partialFingerprints"]


def test_suppressed_findings_say_what_accepted_them() -> None:
    accepted = sample().result.suppressed[0]
    commented = replace(accepted, suppressed="comment `okx-secret-scan: allow` in line 3")
    results = run(ScanResult("scan", suppressed=(accepted, commented)))["results"]
    assert [result["suppressions"][0]["kind"] for result in results] == ["external", "inSource"]
    assert results[0]["suppressions"][0]["justification"] == accepted.suppressed


def test_an_incomplete_scan_is_no_success() -> None:
    (invocation,) = run(sample().result)["invocations"]
    assert invocation["executionSuccessful"] is False
    notes = invocation["toolExecutionNotifications"]
    assert [note["level"] for note in notes] == ["error"] * 3
    assert notes[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "data/dump.bin"


def test_a_clean_scan_is_a_success_without_results() -> None:
    made = run(clean())
    assert made["results"] == []
    assert made["invocations"][0]["executionSuccessful"] is True


def test_each_kind_of_scan_is_a_category_of_its_own() -> None:
    ids = {run(replace(clean(), command=name))["automationDetails"]["id"] for name in ("staged", "history")}
    assert ids == {"okx-secret-scan/staged/", "okx-secret-scan/history/"}


@settings(max_examples=50, deadline=None)
@given(text=nasty)
@example(text="{0} [a](1) \\")
def test_any_text_is_valid_and_makes_no_link_or_placeholder(text: str) -> None:
    for result in run(hostile(text).result)["results"]:
        message = result["message"]["text"].replace("\\\\", "").replace("\\[", "").replace("\\]", "")
        assert not set("[]") & set(message)
        assert not set("{}") & set(message.replace("{{", "").replace("}}", ""))


def test_what_stands_in_an_archive_is_a_result_of_the_archive_without_a_line_of_it() -> None:
    key = finding(Rule.API_KEY, values.api_key(), 7, path="dist/app.zip!etc/okx.env", member="etc/okx.env")
    (result,) = run(ScanResult("scan", (key,)))["results"]
    (place,) = result["locations"]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "dist/app.zip", "uriBaseId": "%SRCROOT%"}
    }
    assert place["logicalLocations"] == [{"fullyQualifiedName": "dist/app.zip!etc/okx.env:7:15"}]
    assert "Found in dist/app.zip!etc/okx.env:7:15." in result["message"]["text"]
