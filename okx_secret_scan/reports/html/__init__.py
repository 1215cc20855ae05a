"""One HTML file to read and keep: no network, no scripts needed, a story for each leaked credential."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from datetime import UTC, datetime
from importlib.resources import files

from okx_secret_scan import __version__
from okx_secret_scan.model import ScanResult, Severity
from okx_secret_scan.reports import Style
from okx_secret_scan.reports.html.chart import chart
from okx_secret_scan.reports.html.controls import controls
from okx_secret_scan.reports.html.incident import article
from okx_secret_scan.reports.html.nodes import Node, document, node, raw
from okx_secret_scan.reports.incidents import Incident, incidents
from okx_secret_scan.reports.rules import DOCS, HARM, HOME
from okx_secret_scan.reports.wording import count, evidence, gap_sentence, position, scope, sentence, verdict

# No more incidents than these are open; where there are more, only critical ones are.
_MANY = 20
_STYLES, _SCRIPT = "report.css", "report.js"


def render(result: ScanResult, style: Style, now: datetime | None = None) -> str:
    """Return the page as of `now`, an aware moment (by default: this one)."""
    end = (now or datetime.now(UTC)).astimezone(UTC)
    listed = incidents(result)
    return document(node("html", _head(result), _body(result, listed, end), lang="en"))


def _head(result: ScanResult) -> Node:
    css, script = _asset(_STYLES), _asset(_SCRIPT)
    # Nothing is loaded and nothing runs but these two, whatever a file name or commit subject holds.
    allowed = (
        f"default-src 'none'; img-src data:; style-src {_hash(css)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    return node(
        "head",
        node("meta", charset="utf-8"),
        node("meta", http_equiv="Content-Security-Policy", content=allowed),
        node("meta", name="referrer", content="no-referrer"),
        node("meta", name="viewport", content="width=device-width, initial-scale=1"),
        node("title", f"OKX credentials: {verdict(result)}"),
        node("link", rel="icon", href="data:,"),
        raw("style", css),
    )


def _asset(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _body(result: ScanResult, listed: tuple[Incident, ...], end: datetime) -> Node:
    main = node("main", id="main", tabindex="-1")
    main.extend(_notices(result))
    if result.gaps:
        main.append(_gaps(result))
    if listed:
        main.append(_totals(listed))
    drawn = chart(listed, end)
    if drawn is not None:
        main.append(drawn)
    main.append(_list(listed, result))
    if result.suppressed:
        main.append(_suppressed(result))
    skip = node("a", "Skip to the findings", class_="skip", href="#findings")
    return node("body", skip, _header(result, end), main, _footer(), raw("script", _asset(_SCRIPT)))


def _header(result: ScanResult, end: datetime) -> Node:
    state = "found" if result.findings else "incomplete" if result.gaps else "clean"
    return node(
        "header",
        node("h1", "Leaked OKX credentials"),
        node("p", verdict(result), class_=f"verdict {state}"),
        node(
            "p",
            node("code", result.command),
            f": {scope(result)}. As of {end:%Y-%m-%d %H:%M} UTC.",
            class_="scope",
        ),
    )


def _footer() -> Node:
    return node(
        "footer",
        node(
            "p",
            "Written by ",
            node("a", f"okx-secret-scan {__version__}", href=HOME, rel="noreferrer"),
            ". Values are masked: this page holds no credential.",
        ),
    )


def _notices(result: ScanResult) -> list[Node]:
    return [node("p", notice, class_="notice") for notice in result.notices]


def _gaps(result: ScanResult) -> Node:
    rows = [node("li", gap_sentence(gap)) for gap in result.gaps]
    return node(
        "section",
        node("h2", "Not read: this scan is incomplete", id="gaps"),
        node("p", "What could not be read may hold credentials, too."),
        node("ul", *rows),
        class_="gaps",
        aria_labelledby="gaps",
    )


def _totals(listed: tuple[Incident, ...]) -> Node:
    numbers = Counter(incident.severity for incident in listed)
    tiles = [
        node(
            "div",
            node("dt", severity.label, class_=f"severity {severity.label}"),
            node("dd", str(numbers[severity]), node("span", HARM[severity])),
        )
        for severity in sorted(Severity, reverse=True)
    ]
    return node(
        "section", node("h2", "Credentials by severity", id="totals"), node("dl", *tiles), class_="totals",
        aria_labelledby="totals",
    )  # fmt: skip


def _list(listed: tuple[Incident, ...], result: ScanResult) -> Node:
    section = node(
        "section", node("h2", "Credentials", id="findings", tabindex="-1"), aria_labelledby="findings"
    )
    if not listed:
        words = "Nothing was found in what was read." if result.gaps else "Nothing was found."
        section.append(node("p", words, class_="nothing"))
        return section
    section.append(controls(len(listed)))
    few = len(listed) < _MANY
    opened = [
        few or (number < _MANY and incident.severity is Severity.CRITICAL)
        for number, incident in enumerate(listed)
    ]
    articles = [article(incident, is_open) for incident, is_open in zip(listed, opened, strict=True)]
    section.append(node("div", *articles, id="incidents"))
    return section


def _suppressed(result: ScanResult) -> Node:
    rows = [
        node(
            "li",
            node("code", position(finding)),
            f" {sentence(finding)} ",
            node("span", finding.suppressed or "", class_="reason"),
            f" ({evidence(finding)})",
        )
        for finding in result.suppressed
    ]
    return node(
        "section",
        node("h2", "Suppressed", id="suppressed"),
        node(
            "details",
            node("summary", f"{count(len(rows), 'finding')} that the team accepted"),
            node("ul", *rows),
        ),
        node("p", node("a", "How findings are suppressed", href=f"{DOCS}/policy.md", rel="noreferrer")),
        aria_labelledby="suppressed",
    )
