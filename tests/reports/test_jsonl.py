from __future__ import annotations

import json
from collections import Counter

from okx_secret_scan import reports
from okx_secret_scan.reports import Style
from tests.reports.samples import clean, sample


def test_every_line_is_an_object_of_the_json_report() -> None:
    result = sample().result
    lines = [json.loads(line) for line in reports.render("jsonl", result, Style(verbose=1)).splitlines()]
    whole = json.loads(reports.render("json", result, Style(verbose=1)))
    assert Counter(line["type"] for line in lines) == {
        "finding": 7, "credential": 5, "suppressed": 1, "error": 3, "summary": 1,
    }  # fmt: skip
    assert [{k: v for k, v in line.items() if k != "type"} for line in lines[:7]] == whole["findings"]
    assert lines[-1]["schema"] == whole["schema"]
    assert lines[-1]["blobs"] == 34


def test_a_clean_scan_is_its_summary() -> None:
    (line,) = reports.render("jsonl", clean(), Style()).splitlines()
    assert json.loads(line)["type"] == "summary"
