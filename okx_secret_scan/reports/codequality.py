"""GitLab's code quality report, shown in merge requests of every GitLab tier."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from okx_secret_scan.model import Finding, Gap, ScanResult, Severity
from okx_secret_scan.reports import Style
from okx_secret_scan.reports.escape import inert
from okx_secret_scan.reports.wording import anchor, file_path, gap_sentence, position, sentence

_SEVERITIES = {
    Severity.CRITICAL: "blocker",
    Severity.HIGH: "critical",
    Severity.MEDIUM: "major",
    Severity.LOW: "minor",
}


def render(result: ScanResult, style: Style) -> str:
    """Return an array of issues; what could not be read is an issue, too."""
    issues = [*map(_issue, result.findings), *map(_gap_issue, result.gaps)]
    return json.dumps(issues, indent=2) + "\n"


def _issue(finding: Finding) -> dict[str, Any]:
    where, begin, end = anchor(finding)
    return {
        "description": f"{sentence(finding)} ({position(finding)})" if finding.member else sentence(finding),
        "check_name": finding.rule.value,
        # GitLab drops issues whose fingerprint it has seen in the same report.
        "fingerprint": _digest(finding.fingerprint, position(finding)),
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": where, "lines": {"begin": begin, "end": end}},
    }


def _gap_issue(gap: Gap) -> dict[str, Any]:
    words = gap_sentence(gap)
    return {
        "description": f"Not read, so the scan is incomplete: {words}",
        "check_name": "not-read",
        "fingerprint": _digest("not-read", words),
        "severity": "major",
        "location": {"path": inert(file_path(gap) or "."), "lines": {"begin": 1}},
    }


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
