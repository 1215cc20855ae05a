"""What holds for every format: masked, inert, and honest about what was not read."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okx_secret_scan import reports
from okx_secret_scan.model import Gap, Rule, ScanResult
from okx_secret_scan.reports import FORMATS, Style
from tests import values
from tests.reports.samples import AT_HEAD, finding, hostile, sample

LOUD = Style(verbose=2)

FRAGMENTS = (
    "\x1b[2J\x1b]8;;http://evil.example\x07", "\r\n", "\n", "\t", "\x00", "\x7f", "\x9b", "\u2028", "\u0085",
    "\u202e", "\u2066", "\u200b", "\ufeff", "\U000e0041", "\ud800", "\udcff", "\ufffe",
    "::error::", "::stop-commands::x", "##[error]", "##vso[task.setvariable]", "%0A", "%25", "%0D::error::",
    "=cmd|'/c calc'!A1", "+1", "-1", "@SUM(1)", "＝1", "\t=1", " =1", '"', "'", ",", ";", "|", "\\|", "\\",
    "<script>alert(1)</script>", "</script>", "<!--", "]]>", "<![CDATA[", "&lt;", "&#10;",
    "<img src=x onerror=1>",
    "`", "```", "**", "[a](http://evil.example)", "![a](b)", "@everyone", "#1", "www.evil.example",
    "{0}", "${X}", "../../etc/passwd", "javascript:alert(1)", "--", "http://evil.example/x",
)  # fmt: skip
nasty = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=4)), min_size=1, max_size=4).map(
    "".join
)

formats = pytest.mark.parametrize("name", FORMATS)


@formats
def test_holds_no_raw_value(name: str) -> None:
    made = sample()
    for style in (Style(), Style(color=True), LOUD):
        text = reports.render(name, made.result, style)
        assert not [raw for raw in made.raw if raw in text]


@formats
def test_tells_every_gap(name: str) -> None:
    text = reports.render(name, sample().result, Style())
    for words in ("larger than 50 MiB", "data/dump.bin", "missing from the shallow clone", "worker stopped"):
        assert words in text


@formats
def test_names_every_finding_and_ends_with_a_newline(name: str) -> None:
    text = reports.render(name, sample().result, Style())
    assert text.endswith("\n")
    assert text.count("bot/config.py") >= 3
    assert "old/keys.py" in text


@formats
@settings(max_examples=60, deadline=None)
@given(text=nasty)
def test_nothing_from_a_repository_acts_in_a_report(name: str, text: str) -> None:
    made = hostile(text)
    report = reports.render(name, made.result, LOUD)
    report.encode("utf-8")
    acting = {char for char in report if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"}}
    assert acting <= {"\n"}
    assert not [raw for raw in made.raw if raw in report]


@formats
def test_a_value_of_a_thousand_characters_leaves_the_report_readable(name: str) -> None:
    token = finding(Rule.SESSION_TOKEN, "eyJ" + "a" * 1000, 1)
    report = reports.render(name, ScanResult("scan", (token,)), Style())
    assert "eyJa" + "*" * 32 in report
    assert "*" * 33 not in report


@formats
def test_what_stands_in_an_archive_is_shown_at_the_archive_with_its_member_named(name: str) -> None:
    key = finding(Rule.API_KEY, values.api_key(), 7, path="dist/app.zip!etc/okx.env", member="etc/okx.env")
    assert "dist/app.zip!etc/okx.env" in reports.render(name, ScanResult("scan", (key,)), Style())


@formats
def test_a_sweep_of_many_repositories_says_which_one(name: str) -> None:
    key = finding(Rule.API_KEY, values.api_key(), 7, repository="desk/bot.git")
    gap = Gap("the object is missing", path="old.py", repository="desk/web.git")
    report = reports.render(name, ScanResult("sweep", (key,), gaps=(gap,)), Style())
    assert "desk/bot.git" in report
    assert "desk/web.git" in report


@formats
def test_twice_the_findings_are_twice_the_work(name: str) -> None:
    def calls(number: int) -> int:
        findings = tuple(
            finding(Rule.API_KEY, key, 1, path=f"{place}.py", attribution=AT_HEAD)
            for place, key in enumerate([values.api_key()] * number)
        )
        result = ScanResult("history", findings)
        count = 0

        def note(*_: object) -> None:
            nonlocal count
            count += 1

        sys.setprofile(note)
        try:
            reports.render(name, result, LOUD)
        finally:
            sys.setprofile(None)
        return count

    calls(1)  # what is done once
    assert calls(1000) < 2.2 * calls(500)
