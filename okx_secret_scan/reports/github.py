"""Workflow commands of GitHub Actions: annotations on the lines of a pull request."""

from __future__ import annotations

from okx_secret_scan.model import Finding, Gap, ScanResult, Severity
from okx_secret_scan.reports import Style
from okx_secret_scan.reports.escape import inert
from okx_secret_scan.reports.rules import RULES
from okx_secret_scan.reports.wording import (
    evidence,
    file_path,
    gap_sentence,
    position,
    scope,
    sentence,
    verdict,
)

_COMMANDS = {
    Severity.CRITICAL: "error",
    Severity.HIGH: "error",
    Severity.MEDIUM: "warning",
    Severity.LOW: "notice",
}


def render(result: ScanResult, style: Style) -> str:
    """Return one command a line and a last line for people.

    GitHub shows ten annotations of a kind for each step: that the scan is incomplete comes first, then the
    worst, and other things that were not read last.
    """
    findings = sorted(result.findings, key=lambda finding: -finding.severity)
    gaps = [_gap(gap) for gap in result.gaps]
    lines = [*gaps[:1], *map(_annotation, findings), *gaps[1:]]
    lines.append(f"okx-secret-scan: {verdict(result)}; {scope(result)}")
    return "\n".join(lines) + "\n"


def _annotation(finding: Finding) -> str:
    where = finding.location
    properties = {"title": f"{RULES[finding.rule].title} ({finding.severity.label}, {finding.credential})"}
    message = f"{sentence(finding)} Evidence: {evidence(finding)}. {RULES[finding.rule].remedy[0]}"
    path = file_path(finding)
    if path is not None:
        properties["file"] = inert(path)
    if finding.path is None or finding.member is not None:
        return _command(_COMMANDS[finding.severity], properties, f"{position(finding)}: {message}")
    properties |= {"line": str(where.line), "endLine": str(where.end_line)}
    if where.line == where.end_line:
        # GitHub ignores columns of a range over several lines, and its last column is part of the range.
        properties |= {"col": str(where.column), "endColumn": str(where.end_column - 1)}
    return _command(_COMMANDS[finding.severity], properties, message)


def _gap(gap: Gap) -> str:
    properties = {"title": "Not read, the scan is incomplete"}
    path = file_path(gap)
    if path is not None:
        properties["file"] = inert(path)
    return _command("error", properties, gap_sentence(gap))


def _command(name: str, properties: dict[str, str], message: str) -> str:
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {listed}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
