"""The JSON report has the documented shape."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from okx_secret_scan import __version__, reports
from okx_secret_scan.model import EnvFallback, Rule, ScanResult
from okx_secret_scan.reports import Style
from tests import values
from tests.reports.samples import BROUGHT, REMOVED, finding, sample

FINDING = {
    "rule", "severity", "source", "path", "line", "column", "end_line", "end_column", "masked", "credential",
    "env_fallback", "encoding", "evidence", "fingerprint", "blob", "commit", "last_commit", "at_head", "refs",
    "reachable", "kept_by", "occurrences",
}  # fmt: skip


def report(result: ScanResult, style: Style | None = None) -> Any:
    text = reports.render("json", result, style or Style())
    assert text.isascii()
    return json.loads(text)


def test_the_whole_has_the_documented_keys() -> None:
    made = report(sample().result)
    assert set(made) == {"schema", "version", "command", "findings", "credentials", "summary", "errors"}
    assert (made["schema"], made["version"], made["command"]) == ("okx-secret-scan/1", __version__, "history")
    assert made["summary"] == {
        "files": 12, "blobs": 34, "commits": 5, "bytes": 67890, "seconds": 0.4, "suppressed": 1, "known": 0,
    }  # fmt: skip
    assert made["errors"] == [
        {"path": "data/dump.bin", "blob": None, "message": "larger than 50 MiB"},
        {"path": None, "blob": "b" * 40, "message": "missing from the shallow clone"},
        {"path": None, "blob": None, "message": "worker stopped"},
    ]
    assert {frozenset(credential) for credential in made["credentials"]} == {
        frozenset({"id", "severity", "rules", "paths"})
    }


def test_a_finding_outside_git_has_null_where_nothing_applies() -> None:
    secret = values.secret_key()
    made = replace(finding(Rule.SECRET_KEY, secret, 12), blob=None)
    found = report(ScanResult("scan", findings=(made,)))["findings"][0]
    assert set(found) >= FINDING
    assert found["rule"] == "okx-secret-key"
    assert found["severity"] == "critical"
    assert found["source"] == "file"
    assert (found["line"], found["column"], found["end_line"], found["end_column"]) == (12, 15, 12, 47)
    assert found["masked"] == secret[:4] + "*" * 28
    assert found["evidence"] == "name SECRET_KEY; imports okx"
    nothing = (
        "env_fallback",
        "encoding",
        "blob",
        "commit",
        "last_commit",
        "at_head",
        "refs",
        "reachable",
        "kept_by",
    )
    assert [found[name] for name in nothing] == [None] * len(nothing)


def test_a_finding_of_a_history_tells_its_story() -> None:
    found = report(sample().result)["findings"][3]
    for key, commit in (("commit", BROUGHT), ("last_commit", REMOVED)):
        assert found[key] == {
            "sha": commit.sha, "author": commit.author, "email": commit.email, "date": commit.date,
            "subject": commit.subject,
        }  # fmt: skip
    assert found["at_head"] is False
    assert (found["reachable"], found["kept_by"]) == (True, "ref")
    assert found["refs"] == ["refs/heads/main", "refs/tags/v1"]


def test_a_fallback_without_a_variable_is_still_a_fallback() -> None:
    made = finding(Rule.PASSPHRASE, values.passphrase(), 1, env_fallback=EnvFallback(None))
    found = report(ScanResult("scan", findings=(made,)))["findings"][0]
    assert found["env_fallback"] == {"variable": None}
    assert found["masked"] == "********"


def test_suppressed_findings_are_listed_only_when_asked_for() -> None:
    assert "suppressed" not in report(sample().result)
    listed = report(sample().result, Style(verbose=1))["suppressed"]
    assert [entry["suppressed"] for entry in listed] == ["accepted in the baseline .okx-secret-scan-baseline"]
