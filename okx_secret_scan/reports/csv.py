"""Comma-separated values for spreadsheets, where no cell may turn into a formula."""

from __future__ import annotations

import csv
import io
import re

from okx_secret_scan.model import Commit, Finding, Gap, ScanResult
from okx_secret_scan.reports import Style
from okx_secret_scan.reports.escape import inert
from okx_secret_scan.reports.wording import evidence, gap_sentence

COLUMNS = (
    "kind", "severity", "rule", "credential", "source", "repository", "path", "line", "column", "masked",
    "evidence", "env_variable", "encoding", "fingerprint", "blob", "occurrences", "at_head", "reachable",
    "commit", "author", "date", "subject", "removed_by", "removed_date", "note",
)  # fmt: skip

# What starts a formula in Excel, LibreOffice or Google Sheets, full-width forms included. Where numbers have
# a decimal comma, Excel takes semicolons for the ends of cells, and quotes do not keep it from that.
_FORMULA_START = re.compile(r"(^|;)(?=\s*[=+\-@＝＋－＠])")


def render(result: ScanResult, style: Style) -> str:
    """Return a header and a row for each finding, suppressed finding and gap (column `kind`)."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, restval="", quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writeheader()
    for finding in result.findings:
        writer.writerow(_row("finding", finding))
    for finding in result.suppressed:
        writer.writerow(_row("suppressed", finding))
    for gap in result.gaps:
        writer.writerow(_gap_row(gap))
    return text.getvalue()


def _row(kind: str, finding: Finding) -> dict[str, str]:
    row = {
        "kind": kind,
        "severity": finding.severity.label,
        "rule": finding.rule.value,
        "credential": finding.credential,
        "source": finding.source.value,
        "repository": finding.repository or "",
        "path": finding.path or "",
        "line": str(finding.location.line),
        "column": str(finding.location.column),
        "masked": finding.secret.masked,
        "evidence": evidence(finding),
        "env_variable": (finding.env_fallback.variable or "") if finding.env_fallback else "",
        "encoding": finding.encoding or "",
        "fingerprint": finding.fingerprint,
        "blob": finding.blob or "",
        "occurrences": str(finding.occurrences),
        "note": finding.suppressed or "",
        **_story(finding),
    }
    return {column: _cell(value) for column, value in row.items()}


def _story(finding: Finding) -> dict[str, str]:
    story = finding.attribution
    if story is None:
        return {}
    first, last = story.commit or _NOBODY, story.last_commit or _NOBODY
    return {
        "at_head": str(story.at_head).lower(),
        "reachable": str(story.reachable).lower(),
        "commit": first.sha,
        "author": f"{first.author} <{first.email}>" if story.commit else "",
        "date": first.date,
        "subject": first.subject,
        "removed_by": last.sha,
        "removed_date": last.date,
    }


_NOBODY = Commit("", "", "", "", "")


def _gap_row(gap: Gap) -> dict[str, str]:
    row = {
        "kind": "not-read",
        "repository": gap.repository or "",
        "path": gap.path or "",
        "blob": gap.oid or "",
        "note": gap_sentence(gap),
    }
    return {column: _cell(value) for column, value in row.items()}


def _cell(value: str) -> str:
    """Return `value` on one line, with an apostrophe before whatever a spreadsheet would compute."""
    return _FORMULA_START.sub(r"\1'", inert(value))
