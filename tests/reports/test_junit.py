from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from junitparser import Error, Failure, JUnitXml, Skipped, TestCase

from okx_secret_scan import reports
from okx_secret_scan.model import ScanResult, Summary
from okx_secret_scan.reports import Style
from tests.reports.samples import clean, hostile, sample
from tests.reports.test_formats import nasty


def read(result: ScanResult) -> tuple[JUnitXml, list[TestCase]]:
    """Read the report with the parser that converters and dashboards use."""
    report = JUnitXml.fromstring(reports.render("junit", result, Style()).encode())
    return report, [case for suite in report for case in suite]


def test_findings_fail_gaps_are_errors_and_suppressed_ones_are_skipped() -> None:
    report, cases = read(sample().result)
    assert (report.tests, report.failures, report.errors, report.skipped) == (11, 7, 3, 1)
    kinds = [type(case.result[0]) for case in cases]
    assert kinds == [Failure] * 7 + [Error] * 3 + [Skipped]


def test_a_failure_says_what_where_why_and_what_to_do() -> None:
    _, cases = read(sample().result)
    case = next(case for case in cases if case.classname == "bot/settings.py")
    assert case.name == "okx-passphrase at 12:15"
    (failure,) = case.result
    assert failure.type == "medium"
    assert "hard-coded as the default of OKX_PASSPHRASE" in failure.message
    assert "bot/settings.py:12:15" in failure.text
    assert "Delete the API key" in failure.text


def test_a_clean_scan_is_one_passed_test() -> None:
    report, cases = read(clean())
    assert (report.tests, report.failures, report.errors) == (1, 0, 0)
    assert cases[0].is_passed
    assert "3 files read" in cases[0].system_out
    later = replace(clean(), summary=Summary(files=4, bytes=130, seconds=0.2))
    assert read(later)[1][0].name == cases[0].name == "no findings"


def test_an_incomplete_scan_never_passes() -> None:
    result = ScanResult("scan", gaps=sample().result.gaps)
    report, cases = read(result)
    assert report.errors == 3
    assert not any(case.is_passed for case in cases)


@given(text=nasty)
def test_any_text_is_well_formed_and_makes_no_test_case(text: str) -> None:
    report, cases = read(hostile(text).result)
    assert len(cases) == report.tests == 6
