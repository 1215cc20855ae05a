"""The report that people read in a terminal."""

from __future__ import annotations

from okx_secret_scan.model import ScanResult
from okx_secret_scan.reports import Style
from okx_secret_scan.reports.escape import inert


def render(result: ScanResult, style: Style) -> str:
    """Return the findings and what to do about them."""
    lines = [
        f"{f.severity.label:8}  {f.credential}  {inert(f.path or f.source.value)}:{f.location.line}  "
        f"{f.rule.value}  {f.secret.masked}"
        for f in result.findings
    ]
    return "".join(line + "\n" for line in lines)
