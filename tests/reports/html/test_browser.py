"""The page in a real browser; skipped where there is none."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from okx_secret_scan.model import Rule, ScanResult, Severity
from okx_secret_scan.reports import Style, html
from tests import values
from tests.reports.samples import GONE, clean, finding, hostile, sample

playwright = pytest.importorskip("playwright.sync_api", reason="the extra `browser` is not installed")
axe = pytest.importorskip(
    "axe_playwright_python.sync_playwright", reason="the extra `browser` is not installed"
)

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine")

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
VIEWS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light", "viewport": {"width": 1200, "height": 900}},
    "dark": {"color_scheme": "dark", "viewport": {"width": 1200, "height": 900}},
    "narrow": {"color_scheme": "light", "viewport": {"width": 320, "height": 640}},
    "no scripts": {"java_script_enabled": False},
}
views = pytest.mark.parametrize("view", VIEWS)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        launched = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield launched
        launched.close()


class Opener:
    """Opens reports, and keeps what went wrong in them."""

    def __init__(self, browser: Any, folder: Path) -> None:
        self._browser, self._file = browser, folder / "report.html"
        self.complaints: list[str] = []
        self.requests: list[str] = []

    def __call__(self, result: ScanResult, place: str = "", **options: Any) -> Any:
        self._file.write_text(html.render(result, Style(), NOW), encoding="utf-8")
        page = self._browser.new_context(**options).new_page()
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        page.on("request", lambda request: self.requests.append(request.url))
        page.goto(self._file.as_uri() + place)
        return page


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Opener]:
    opener = Opener(browser, tmp_path)
    yield opener
    for context in browser.contexts:
        context.close()


def visible(page: Any) -> list[str]:
    """Return the ids of the incidents that are shown, in their order."""
    return [each.get_attribute("id") for each in page.locator(".incident:visible").all()]


@views
def test_shows_everything_without_a_complaint_or_a_request(opened: Opener, view: str) -> None:
    page = opened(sample().result, **VIEWS[view])
    assert visible(page) == ["c1", "c2", "c4", "c3", "c5"]
    assert page.get_by_text("Until 2025-05-01").is_visible()
    assert opened.complaints == []
    assert [url for url in opened.requests if not url.startswith(("file:", "data:"))] == []


@pytest.mark.parametrize("view", ["light", "dark", "narrow"])
@pytest.mark.parametrize("result", [sample().result, clean()], ids=["findings", "clean"])
def test_has_no_accessibility_violations(opened: Opener, view: str, result: ScanResult) -> None:
    page = opened(result, **VIEWS[view])
    found = axe.Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@views
def test_never_scrolls_sideways(opened: Opener, view: str) -> None:
    long = finding(
        Rule.SECRET_KEY, values.secret_key(), 1, path="a" * 300, evidence=("b" * 300,), attribution=GONE
    )
    page = opened(ScanResult("history", (long,)), **VIEWS[view])
    width = page.locator("html").bounding_box()["width"]
    boxes = [each.bounding_box() for each in page.locator("body *:visible").all()]
    assert max(box["x"] + box["width"] for box in boxes if box and box["x"] >= 0) <= width


def test_filters_by_severity_state_and_words(opened: Opener) -> None:
    page = opened(sample().result)
    page.get_by_label("critical").uncheck()
    assert visible(page) == ["c2", "c4", "c3", "c5"]
    page.get_by_label("Where").select_option("history")
    assert visible(page) == ["c2"]
    page.get_by_label("Where").select_option("")
    page.get_by_label("Contains").fill("settings OKX_PASSPHRASE")
    assert visible(page) == ["c3"]
    assert page.get_by_role("status").inner_text() == "Showing 1 of 5"


def test_sorts(opened: Opener) -> None:
    def dated(name: str, year: int, days: int, severity: Severity) -> Any:
        commit = replace(GONE.commit, date=f"{year}-01-01T00:00:00Z") if GONE.commit else None
        story = replace(GONE, commit=commit, exposure_days=days)
        key = values.api_key()
        return finding(Rule.API_KEY, key, 1, credential=name, severity=severity, attribution=story)

    page = opened(
        ScanResult(
            "history",
            (
                dated("c1", 2023, 5, Severity.LOW),
                dated("c2", 2021, 9, Severity.HIGH),
                dated("c3", 2024, 1, Severity.MEDIUM),
            ),
        )
    )
    order = page.get_by_label("Order")
    orders = {}
    for name in ("newest", "oldest", "longest", "severity"):
        order.select_option(name)
        orders[name] = visible(page)
    assert orders == {
        "newest": ["c3", "c1", "c2"],
        "oldest": ["c2", "c1", "c3"],
        "longest": ["c2", "c1", "c3"],
        "severity": ["c2", "c3", "c1"],
    }


def test_can_be_used_with_the_keyboard_alone(opened: Opener) -> None:
    page = opened(sample().result)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the findings"
    page.keyboard.press("Enter")
    fold = page.locator("#c1 details")
    assert fold.get_attribute("open") is not None
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "SUMMARY":
            break
    page.keyboard.press("Enter")
    assert fold.get_attribute("open") is None


def test_focus_is_seen(opened: Opener) -> None:
    page = opened(sample().result)
    page.get_by_role("button", name="Close all").click()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").startswith("critical")
    box = page.locator("#c2").bounding_box()
    edge = {"x": box["x"] + 50, "y": box["y"], "width": 50, "height": 10}
    before = page.screenshot(clip=edge)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").startswith("high")
    assert page.screenshot(clip=edge) != before


def test_opens_and_closes_all(opened: Opener) -> None:
    page = opened(sample().result)
    page.get_by_role("button", name="Close all").click()
    assert page.locator(".incident details[open]").count() == 0
    page.get_by_role("button", name="Open all").click()
    assert page.locator(".incident details[open]").count() == 5


@pytest.mark.parametrize("scripts", [True, False])
def test_prints_what_is_folded(opened: Opener, scripts: bool) -> None:
    findings = tuple(
        finding(Rule.API_KEY, values.api_key(), line, credential=f"c{line}", severity=Severity.LOW)
        for line in range(1, 31)
    )
    page = opened(ScanResult("scan", findings), java_script_enabled=scripts)
    evidence = page.locator("#c30 .findings")
    assert not evidence.is_visible()
    page.emulate_media(media="print")
    if scripts:
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert evidence.is_visible()
    assert not page.locator("form").is_visible()


def test_of_thousands_only_what_is_seen_is_laid_out(opened: Opener) -> None:
    findings = tuple(
        finding(Rule.API_KEY, values.api_key(), line, credential=f"c{line}", attribution=GONE)
        for line in range(1, 2001)
    )
    page = opened(ScanResult("history", findings))
    assert page.locator(".incident details[open]").count() == 20
    measure = page.context.new_cdp_session(page)
    measure.send("Performance.enable")

    def laid_out() -> Any:
        page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        metrics = measure.send("Performance.getMetrics")["metrics"]
        return next(metric["value"] for metric in metrics if metric["name"] == "LayoutObjects")

    page.get_by_role("button", name="Open all").click()
    assert laid_out() < page.locator("*").count() / 4
    page.goto(f"{page.url}#c1990")
    assert page.locator("#c1990 .findings").is_visible()


@pytest.mark.parametrize("place", ["#%", "#%E0%A4%A", "#", "#controls"])
def test_an_address_that_names_nothing_does_no_harm(opened: Opener, place: str) -> None:
    page = opened(sample().result, place=place)
    page.get_by_label("critical").uncheck()
    assert visible(page) == ["c2", "c4", "c3", "c5"]
    assert opened.complaints == []


def test_a_hostile_repository_runs_nothing(opened: Opener) -> None:
    run = "window.pwned=1"
    attack = f"</script><script>{run}</script><img src=x onerror={run}>\"'><svg/onload={run}>"
    page = opened(hostile(attack).result)
    assert page.evaluate("window.pwned") is None
    assert opened.complaints == []
    assert page.get_by_text("window.pwned=1").first.is_visible()
    # The policy holds even for markup that would get in.
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=window.pwned=1>')")
    page.wait_for_timeout(50)
    assert page.evaluate("window.pwned") is None
    assert opened.complaints
