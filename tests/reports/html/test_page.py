from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings

from okx_secret_scan.model import Rule, ScanResult, Severity
from okx_secret_scan.reports import Style, html
from okx_secret_scan.reports.escape import inert
from okx_secret_scan.reports.rules import RULES
from tests import values
from tests.reports.samples import AT_HEAD, BROUGHT, clean, finding, hostile, sample
from tests.reports.test_formats import nasty

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


class Page(HTMLParser):
    """What a browser makes of the page."""

    def __init__(self, result: ScanResult) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.own: dict[str, str] = {}
        self._open = ""
        self.source = html.render(result, Style(), NOW)
        self.feed(self.source)
        self.text = re.sub(r"\s+", " ", "".join(self.texts))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._open = tag

    def handle_endtag(self, tag: str) -> None:
        self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open in ("style", "script"):
            self.own[self._open] = data
        else:
            self.texts.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """Return the attributes of every such element."""
        return [attributes for name, attributes in self.tags if name == tag]


def test_an_incident_tells_its_story() -> None:
    text = Page(sample().result).text
    assert "Since 2025-03-01 1111111111 by Ada: Add the bot" in text
    assert "Until 2025-05-01 2222222222 by Bob: Remove the keys" in text
    assert "Exposed for 61 days" in text
    assert "In the history of refs/heads/main refs/tags/v1" in text
    assert "name OKX_PASSPHRASE; default of OKX_PASSPHRASE" in text
    assert "Delete the API key" in text


def test_a_value_in_many_places_is_listed_once_with_all_of_them() -> None:
    first = finding(Rule.API_KEY, values.api_key(), 1)
    again = finding(Rule.API_KEY, first.secret.reveal(), 2, path="copy.py", fingerprint=first.fingerprint)
    text = Page(ScanResult("scan", (first, again))).text
    assert text.count(first.secret.masked) == 1
    assert text.count(first.fingerprint) == 1
    assert "bot/config.py:1:15" in text
    assert "copy.py:2:15" in text


def test_long_lists_of_refs_are_cut() -> None:
    story = replace(AT_HEAD, refs=tuple(f"refs/pull/{number}/head" for number in range(60)))
    text = Page(ScanResult("history", (finding(Rule.API_KEY, values.api_key(), 1, attribution=story),))).text
    assert text.count("refs/pull/") == 20
    assert "and 40 more" in text


def test_says_what_was_not_read_and_what_was_suppressed() -> None:
    text = Page(sample().result).text
    assert "Not read: this scan is incomplete" in text
    assert "accepted in the baseline" in text


def test_a_clean_scan_says_so_and_an_incomplete_one_does_not() -> None:
    assert "Nothing was found." in Page(clean()).text
    incomplete = Page(replace(clean(), gaps=sample().result.gaps)).text
    assert "Nothing was found in what was read." in incomplete
    assert "INCOMPLETE" in incomplete


def test_allows_only_its_own_style_and_script() -> None:
    page = Page(sample().result)
    (policy,) = [
        a["content"] or "" for a in page.all("meta") if a.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policy.startswith("default-src 'none';")
    for tag in ("style", "script"):
        digest = base64.b64encode(hashlib.sha256(page.own[tag].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
        assert len(page.all(tag)) == 1
    assert "unsafe" not in policy


def test_loads_nothing() -> None:
    page = Page(sample().result)
    assert not [
        attributes for _, attributes in page.tags if {"src", "srcset", "style", "onclick"} & set(attributes)
    ]
    assert [link["href"] for link in page.all("link")] == ["data:,"]


def test_filters_stay_hidden_until_the_script_shows_them() -> None:
    assert "hidden" in Page(sample().result).all("form")[0]


def test_draws_a_bar_for_each_credential_with_a_history() -> None:
    page = Page(sample().result)
    bars = {bar["class"]: bar for bar in page.all("rect")}
    assert len(page.all("rect")) == 2
    still_there, gone = bars["bar critical"], bars["bar high"]
    assert (still_there["x"], still_there["width"]) == ("0.00%", "100.00%")
    # 61 of the 631 days since the first commit.
    assert gone["width"] == "9.67%"


def test_draws_nothing_where_nothing_has_a_date() -> None:
    result = ScanResult("scan", (finding(Rule.API_KEY, values.api_key(), 1),))
    assert not Page(result).all("svg")


def test_forged_dates_neither_break_nor_stretch_the_chart() -> None:
    dates = ("99999-01-01T00:00:00Z", "1930-01-01T00:00:00Z", "2999-01-01T00:00:00Z", "no date", BROUGHT.date)
    findings = tuple(
        finding(
            Rule.API_KEY,
            values.api_key(),
            line,
            credential=f"c{line}",
            attribution=replace(AT_HEAD, commit=replace(BROUGHT, date=date)),
        )
        for line, date in enumerate(dates, start=1)
    )
    page = Page(ScanResult("history", findings))
    assert len(page.all("rect")) == 1
    assert "2025-03" in page.text


def test_long_lists_start_folded_but_for_the_critical() -> None:
    def opened(number: int) -> int:
        findings = tuple(
            finding(
                Rule.API_KEY,
                values.api_key(),
                line,
                credential=f"c{line}",
                severity=Severity.CRITICAL if line == 1 else Severity.LOW,
            )
            for line in range(1, number + 1)
        )
        return sum("open" in attributes for attributes in Page(ScanResult("scan", findings)).all("details"))

    assert opened(5) == 5
    assert opened(50) == 1


@settings(max_examples=50, deadline=None)
@given(text=nasty)
def test_no_text_becomes_markup(text: str) -> None:
    page, plain = Page(hostile(text).result), Page(hostile("text").result)
    assert [tag for tag, _ in page.tags] == [tag for tag, _ in plain.tags]
    assert [set(attributes) for _, attributes in page.tags] == [
        set(attributes) for _, attributes in plain.tags
    ]
    assert page.own == plain.own
    assert re.sub(r"\s+", " ", inert(text)).strip() in page.text


@pytest.mark.parametrize(
    ("end", "form"),
    [(datetime(2025, 3, 9, tzinfo=UTC), r"2025-03-0\d"), (datetime(2026, 11, 22, tzinfo=UTC), r"202\d-\d\d")],
)
def test_ticks_of_the_chart_differ(end: datetime, form: str) -> None:
    page = html.render(replace(sample().result, findings=sample().result.findings[:3]), Style(), end)
    ticks = re.findall(r'class="(?:date|between)">([^<]+)<', page)
    assert len(ticks) == len(set(ticks)) == 5
    assert all(re.fullmatch(form, tick) for tick in ticks)


def test_the_steps_of_a_whole_credential_keep_the_order_of_each_rule() -> None:
    account = values.account()
    parts = zip(
        (Rule.API_KEY, Rule.SECRET_KEY, Rule.PASSPHRASE),
        (account.key, account.secret, account.passphrase),
        strict=True,
    )
    text = Page(ScanResult("scan", tuple(finding(rule, raw, 3) for rule, raw in parts))).text
    told = text[text.index("What to do now") :]
    for rule in (Rule.API_KEY, Rule.PASSPHRASE):
        places = [told.index(step) for step in RULES[rule].remedy]
        assert places == sorted(places), rule
    assert all(told.count(step) == 1 for step in RULES[Rule.API_KEY].remedy)
