"""JUnit XML as Jenkins, GitLab, Azure DevOps and Bitbucket read it: each finding a failed test case."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from okx_secret_scan.model import Finding, Gap, ScanResult
from okx_secret_scan.reports import Style
from okx_secret_scan.reports.escape import inert
from okx_secret_scan.reports.rules import RULES
from okx_secret_scan.reports.wording import (
    anchor,
    evidence,
    file_path,
    gap_sentence,
    place,
    position,
    scope,
    sentence,
)

_NAME = "okx-secret-scan"


def render(result: ScanResult, style: Style) -> str:
    """Return one suite: findings are failures, gaps are errors, suppressed findings are skipped.

    A complete scan without findings is one passed test, because readers fail on an empty report.
    """
    cases = [
        *map(_failure, result.findings),
        *map(_error, result.gaps),
        *map(_skipped, result.suppressed),
    ]
    if not result.findings and not result.gaps:
        cases.append(_clean(result))
    seconds = f"{result.summary.seconds:.3f}"
    counts = {
        "tests": str(len(cases)),
        "failures": str(len(result.findings)),
        "errors": str(len(result.gaps)),
        "skipped": str(len(result.suppressed)),
        "time": seconds,
    }
    root = ET.Element("testsuites", {"name": _NAME, **counts})
    suite = ET.SubElement(root, "testsuite", {"name": f"{_NAME} {result.command}", **counts})
    suite.extend(cases)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _clean(result: ScanResult) -> ET.Element:
    # Readers tell tests by their names from one run to the next.
    case = _case(_NAME, "no findings")
    ET.SubElement(case, "system-out").text = scope(result)
    return case


def _failure(finding: Finding) -> ET.Element:
    case = _finding_case(finding)
    failure = ET.SubElement(case, "failure", {"type": finding.severity.label, "message": sentence(finding)})
    failure.text = "\n".join(
        (
            position(finding),
            f"Evidence: {evidence(finding)}",
            *RULES[finding.rule].remedy,
            finding.fingerprint,
        )
    )
    return case


def _skipped(finding: Finding) -> ET.Element:
    case = _finding_case(finding)
    ET.SubElement(case, "skipped", {"message": inert(finding.suppressed or "")})
    return case


def _error(gap: Gap) -> ET.Element:
    case = _case(inert(file_path(gap) or _NAME), "not read")
    ET.SubElement(case, "error", {"type": "not-read", "message": gap_sentence(gap)})
    return case


def _finding_case(finding: Finding) -> ET.Element:
    where = finding.location
    case = _case(place(finding), f"{finding.rule.value} at {where.line}:{where.column}")
    if finding.file is not None:
        file, line, _ = anchor(finding)
        case.set("file", file)
        case.set("line", str(line))
    return case


def _case(classname: str, name: str) -> ET.Element:
    return ET.Element("testcase", {"classname": classname, "name": name, "time": "0"})
