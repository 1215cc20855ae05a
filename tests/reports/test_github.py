from __future__ import annotations

import re

from hypothesis import example, given

from okx_secret_scan import reports
from okx_secret_scan.model import Rule, ScanResult
from okx_secret_scan.reports import Style
from okx_secret_scan.reports.escape import inert
from tests import values
from tests.reports.samples import clean, finding, hostile, sample
from tests.reports.test_formats import nasty

COMMAND = re.compile(r"::(?P<name>error|warning|notice) (?P<properties>[^:]*)::(?P<message>.*)")


def commands(result: ScanResult) -> list[tuple[str, dict[str, str], str]]:
    """Read the commands as the runner does: one a line, its properties unescaped after they are split."""
    lines = reports.render("github", result, Style()).splitlines()
    return [_parse(line) for line in lines[:-1]]


def _parse(line: str) -> tuple[str, dict[str, str], str]:
    match = COMMAND.fullmatch(line)
    assert match, line
    pairs = (pair.split("=", 1) for pair in match["properties"].split(","))
    return match["name"], {key: _unescape(value) for key, value in pairs}, _unescape(match["message"])


def _unescape(text: str) -> str:
    for escaped, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escaped, char)
    return text


def test_annotates_the_value_itself() -> None:
    name, properties, message = next(c for c in commands(sample().result) if c[1].get("line") == "4")
    assert name == "error"
    assert properties["file"] == "bot/config.py"
    assert (properties["col"], properties["endColumn"]) == ("15", "46")
    assert properties["title"] == "OKX secret key (critical, c1)"
    assert "Evidence: name SECRET_KEY; imports okx" in message


def test_one_gap_comes_first_then_the_worst_findings() -> None:
    # GitHub shows ten of each kind and drops the rest.
    listed = commands(sample().result)
    titles = [properties["title"] for _, properties, _ in listed]
    gap = "Not read, the scan is incomplete"
    order = ["critical", "critical", "critical", "high", "high", "medium", "low"]
    assert [titles[0], *titles[8:]] == [gap] * 3
    assert [re.findall(r"\((\w+), c\d\)", title) for title in titles[1:8]] == [[each] for each in order]
    assert [name for name, _, _ in listed[1:8]] == ["error"] * 5 + ["warning", "notice"]


def test_a_finding_outside_of_files_names_its_place_in_the_message() -> None:
    (found,) = [c for c in commands(sample().result) if "message of commit 3333333333" in c[2]]
    assert "file" not in found[1]


def test_a_clean_scan_says_so_in_a_plain_line() -> None:
    text = reports.render("github", clean(), Style())
    assert text == "okx-secret-scan: no findings; 3 files read (120 bytes) in 0.1 s\n"


@given(text=nasty)
@example(text="100%0A,line=1::%25")
def test_no_text_makes_a_command_or_breaks_one(text: str) -> None:
    listed = commands(hostile(text).result)
    assert len(listed) == 5
    assert [properties["file"] for _, properties, _ in listed if "file" in properties] == [inert(text)] * 4
    assert all(inert(text) in message for _, _, message in listed)
    assert {key for _, properties, _ in listed for key in properties} <= {
        "title", "file", "line", "endLine", "col", "endColumn",
    }  # fmt: skip


def test_what_stands_in_an_archive_is_annotated_at_the_archive() -> None:
    key = finding(Rule.API_KEY, values.api_key(), 7, path="dist/app.zip!etc/okx.env", member="etc/okx.env")
    ((_, properties, message),) = commands(ScanResult("scan", (key,)))
    assert properties["file"] == "dist/app.zip"
    assert "line" not in properties
    assert message.startswith("dist/app.zip!etc/okx.env:7:15: ")
