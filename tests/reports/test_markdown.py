from __future__ import annotations

import re
from html.parser import HTMLParser

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from hypothesis import example, given

from okx_secret_scan import reports
from okx_secret_scan.model import Gap, Rule, ScanResult, Severity
from okx_secret_scan.reports import Style
from okx_secret_scan.reports.escape import inert
from okx_secret_scan.reports.markdown import code
from tests import values
from tests.reports.samples import clean, finding, hostile, sample
from tests.reports.test_formats import nasty

TAGS = {"h2", "h3", "p", "code", "blockquote", "strong", "table", "thead", "tbody", "tr", "th", "td",
        "ul", "ol", "li", "details", "summary", "a", "em"}  # fmt: skip


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: set[str | None] = set()
        self.cells: list[int] = []
        self.code: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links |= {value for name, value in attrs if name == "href"}
        if tag == "tr":
            self.cells.append(0)
        if tag in ("td", "th"):
            self.cells[-1] += 1
        if tag == "code":
            self._inside = True
            self.code.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "code":
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.code[-1] += data


def shown(text: str) -> _Reader:
    """Read Markdown as GitHub does: its own parser, raw HTML let through."""
    reader = _Reader()
    reader.feed(cmarkgfm.github_flavored_markdown_to_html(text, Options.CMARK_OPT_UNSAFE))
    return reader


def test_lists_incidents_worst_first_and_gaps_before_them() -> None:
    text = reports.render("markdown", sample().result, Style())
    assert re.findall(r"^### (c\d)", text, re.MULTILINE) == ["c1", "c2", "c4", "c3", "c5"]
    assert text.index("### Not read: this scan is incomplete") < text.index("### c1")
    assert "INCOMPLETE" in text.splitlines()[0]
    assert "What to do now" in text


def test_a_clean_scan_is_two_lines() -> None:
    text = reports.render("markdown", clean(), Style())
    assert text == "## okx-secret-scan: no findings\n\n`scan`: 3 files read (120 bytes) in 0.1 s\n"


@pytest.mark.parametrize("accounts", [1, 2, 3000])
def test_a_summary_stays_below_what_github_accepts(accounts: int) -> None:
    path = "a/" * 100 + "config.py"
    findings = tuple(
        finding(
            Rule.API_KEY,
            values.api_key(),
            line,
            credential=f"c{line % accounts}",
            path=path,
            severity=Severity.LOW,
        )
        for line in range(1, 3001)
    )
    text = reports.render("markdown", ScanResult("history", findings), Style())
    assert len(text.encode()) < 1024 * 1024
    assert "2,500 more findings left out here" in text


def test_names_as_long_as_a_name_can_be_leave_a_summary_that_github_accepts() -> None:
    paths = [f"{'|' * 4000}.zip!{'|' * 20_000}{number}.py" for number in range(300)]
    findings = tuple(
        finding(Rule.API_KEY, values.api_key(), 1, credential=f"c{number}", path=path)
        for number, path in enumerate(paths)
    )
    gaps = tuple(Gap("worker stopped", path) for path in paths)
    text = reports.render(
        "markdown", ScanResult("history", findings, gaps=gaps, notices=tuple(paths)), Style()
    )
    assert len(text.encode()) < 1024 * 1024
    assert text.count("and 200 more") == 2
    assert re.findall(r"^### (c\d+)", text, re.MULTILINE)[:50] == [f"c{number}" for number in range(50)]
    assert "&#124;0&#46;py" in text
    assert "more findings left out here" in text


@given(text=nasty)
@example(text=" both ends ")
@example(text="`a``b|c\\|")
def test_code_shows_exactly_the_text(text: str) -> None:
    reader = shown(f"| a | b |\n|---|---|\n| {code(text)} | x |\n")
    assert reader.cells == [2, 2]
    assert reader.code == [inert(text)]
    assert not reader.links


@given(text=nasty)
def test_no_text_becomes_markup(text: str) -> None:
    reader = shown(reports.render("markdown", hostile(text).result, Style()))
    assert reader.tags <= TAGS
    assert all(
        link and link.startswith(("https://github.com/okx-", "https://www.okx.com/")) for link in reader.links
    )
    assert set(reader.cells) == {6}
