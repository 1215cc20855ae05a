from __future__ import annotations

import csv
import io

from hypothesis import example, given

from okx_secret_scan import reports
from okx_secret_scan.model import ScanResult
from okx_secret_scan.reports import Style
from okx_secret_scan.reports.csv import COLUMNS
from tests.reports.samples import clean, hostile, sample
from tests.reports.test_formats import nasty


def rows(result: ScanResult) -> list[dict[str, str]]:
    """Read the report as a spreadsheet does."""
    return list(csv.DictReader(io.StringIO(reports.render("csv", result, Style())), strict=True))


def test_has_a_row_for_each_finding_suppressed_finding_and_gap() -> None:
    read = rows(sample().result)
    assert [row["kind"] for row in read] == ["finding"] * 7 + ["suppressed"] + ["not-read"] * 3
    gone = next(row for row in read if row["path"] == "old/keys.py")
    assert (gone["at_head"], gone["author"], gone["removed_by"]) == (
        "false",
        "Ada <ada@example.org>",
        "2" * 40,
    )
    assert next(row for row in read if row["env_variable"])["env_variable"] == "OKX_PASSPHRASE"


def test_a_clean_scan_is_a_header() -> None:
    assert rows(clean()) == []
    assert reports.render("csv", clean(), Style()).count("\n") == 1


@given(text=nasty)
@example(text="a;=1")
@example(text="a;; \u3000-1;+2")
def test_no_cell_is_a_formula_and_no_text_makes_a_cell(text: str) -> None:
    read = rows(hostile(text).result)
    assert len(read) == 6
    for row in read:
        assert tuple(row) == COLUMNS
        # Excel splits at semicolons where numbers have a decimal comma.
        parts = [part for cell in row.values() for part in cell.split(";")]
        assert not [part for part in parts if part.lstrip(" \u3000").startswith(tuple("=+-@＝＋－＠"))]
