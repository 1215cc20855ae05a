"""Several verdicts made one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace

from okx_secret_scan import scan
from okx_secret_scan.credentials import group
from okx_secret_scan.masking import hide_in_finding, hide_in_gap
from okx_secret_scan.model import Finding, ScanResult, Summary


def merge(results: Sequence[ScanResult]) -> ScanResult:
    """Return one result for several scans of the same command; accounts that share a key become one.

    What one scan has found shows in none of the others, be it no value there.
    """
    if len(results) == 1:
        return results[0]
    findings = [
        replace(finding, credential=f"{number}.{finding.credential}")
        for number, result in enumerate(results)
        for finding in (*result.findings, *result.suppressed)
    ]
    hide = scan.hider_of(findings)
    judged, credentials = group([hide_in_finding(finding, hide) for finding in findings])
    return replace(
        results[0],
        findings=_those(judged, suppressed=False),
        credentials=tuple(credentials),
        suppressed=_those(judged, suppressed=True),
        gaps=tuple(hide_in_gap(gap, hide) for result in results for gap in result.gaps),
        excused=tuple(hide_in_gap(gap, hide) for result in results for gap in result.excused),
        notices=tuple(hide(notice) for result in results for notice in result.notices),
        unused=tuple(hide(line) for result in results for line in result.unused),
        quoting=tuple(path for result in results for path in result.quoting),
        summary=Summary(
            **{
                field.name: sum(getattr(result.summary, field.name) for result in results)
                for field in fields(Summary)
            }
        ),
    )


def _those(findings: Iterable[Finding], *, suppressed: bool) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if (finding.suppressed is not None) == suppressed)
