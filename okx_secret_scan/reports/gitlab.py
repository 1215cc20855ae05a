"""GitLab's secret detection report (security-report-schemas 15.2), for its vulnerability report."""

from __future__ import annotations

import json
import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

from okx_secret_scan import __version__
from okx_secret_scan.model import Finding, Rule, ScanResult
from okx_secret_scan.reports import Style
from okx_secret_scan.reports.escape import inert
from okx_secret_scan.reports.markdown import code
from okx_secret_scan.reports.rules import HOME, RULES, help_uri
from okx_secret_scan.reports.wording import anchor, evidence, gap_sentence, position, sentence

Json = dict[str, Any]

_VERSION = "15.2.1"
_TIME = "%Y-%m-%dT%H:%M:%S"
_NO_COMMIT = "0" * 40
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, HOME)


def render(result: ScanResult, style: Style, now: datetime | None = None) -> str:
    """Return the report of a scan that ended `now`, an aware moment (by default: this one)."""
    end = (now or datetime.now(UTC)).astimezone(UTC)
    tool = {"id": "okx-secret-scan", "name": "okx-secret-scan", "url": HOME, "version": __version__}
    tool_with_vendor = {**tool, "vendor": {"name": "okx-secret-scan"}}
    report = {
        "version": _VERSION,
        "scan": {
            "type": "secret_detection",
            "analyzer": tool_with_vendor,
            "scanner": tool_with_vendor,
            "start_time": (end - timedelta(seconds=result.summary.seconds)).strftime(_TIME),
            "end_time": end.strftime(_TIME),
            "status": "failure" if result.gaps else "success",
            "messages": [{"level": "warn", "value": f"Not read: {gap_sentence(gap)}"} for gap in result.gaps],
            # Lets GitLab tell a finding that is gone from a rule that is.
            "primary_identifiers": [_identifier(rule) for rule in Rule],
        },
        "vulnerabilities": [_vulnerability(finding) for finding in result.findings],
    }
    return json.dumps(report, indent=2) + "\n"


def _identifier(rule: Rule) -> Json:
    return {
        "type": "okx_secret_scan_rule_id",
        "name": RULES[rule].title,
        "value": rule.value,
        "url": help_uri(rule),
    }


def _vulnerability(finding: Finding) -> Json:
    text = RULES[finding.rule]
    file, begin, end = anchor(finding)
    lines = {"file": file, "start_line": begin, "end_line": end}
    return {
        "id": str(uuid.uuid5(_NAMESPACE, f"{finding.fingerprint} {position(finding)}")),
        "name": text.title,
        "description": "\n\n".join(
            (code(sentence(finding)), text.description, f"Evidence: {code(evidence(finding))}")
        ),
        "severity": finding.severity.label.capitalize(),
        "solution": text.remedy_text,
        "identifiers": [
            _identifier(finding.rule),
            {
                "type": "cwe",
                "name": "CWE-798",
                "value": "798",
                "url": "https://cwe.mitre.org/data/definitions/798.html",
            },
        ],
        "links": [{"name": text.title, "url": help_uri(finding.rule)}],
        "location": {**lines, "commit": _commit(finding)},
        # Follows the value when lines move; GitLab compares it instead of the location.
        "tracking": {
            "type": "source",
            "items": [{**lines, "signatures": [{"algorithm": "rule_value", "value": finding.fingerprint}]}],
        },
        "details": {
            "place": {"type": "text", "name": "Place", "value": position(finding)},
            "credential": {"type": "text", "name": "Credential", "value": finding.credential},
            "value": {"type": "text", "name": "Value (masked)", "value": finding.secret.masked},
        },
    }


def _commit(finding: Finding) -> Json:
    commit = finding.attribution.commit if finding.attribution else None
    if commit is None:
        return {"sha": _NO_COMMIT}
    return {
        "sha": commit.sha,
        "author": inert(commit.author),
        "date": commit.date,
        "message": inert(commit.subject),
    }
