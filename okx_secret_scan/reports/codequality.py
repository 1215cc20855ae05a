"""GitLab's code quality report, shown in merge requests of every GitLab tier."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from okx_secret_scan.model import Finding, Gap, ScanResult, Severity
from okx_secret_scan.reports import Style
from okx_secret_scan.reports.escape import inert
from okx_secret_scan.reports.wording import gap_sentence, place, sentence

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
    where, location = place(finding), finding.location
    return {
        "description": sentence(finding),
        "check_name": finding.rule.value,
        # GitLab drops issues whose fingerprint it has seen in the same report.
        "fingerprint": _digest(finding.fingerprint, where, f"{location.line}:{location.column}"),
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": where, "lines": {"begin": location.line, "end": location.end_line}},
    }


def _gap_issue(gap: Gap) -> dict[str, Any]:
    words = gap_sentence(gap)
    return {
        "description": f"Not read, so the scan is incomplete: {words}",
        "check_name": "not-read",
        "fingerprint": _digest("not-read", words),
        "severity": "major",
        "location": {"path": inert(gap.path) if gap.path is not None else ".", "lines": {"begin": 1}},
    }


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
