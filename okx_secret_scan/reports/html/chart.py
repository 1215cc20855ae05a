"""Exposure over time: a bar for each credential, from its first commit to its removal or to now."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from okx_secret_scan.reports.html.nodes import Node, node
from okx_secret_scan.reports.incidents import Incident, moment
from okx_secret_scan.reports.wording import count

_MOST_BARS = 40
_ROW, _BAR, _TOP, _TICKS = 34, 12, 24, 4
# Ticks of less than this would name the same month twice.
_SHORT = timedelta(days=31 * _TICKS)
_EPOCH = datetime(1970, 1, 2, tzinfo=UTC)


def chart(listed: tuple[Incident, ...], end: datetime) -> Node | None:
    """Return the figure as of `end`, None where no incident has a date. It fits any width."""
    dated = [
        incident
        for incident in listed
        if incident.since is not None and _EPOCH <= moment(incident.since) <= end
    ]
    if not dated:
        return None
    bars = dated[:_MOST_BARS]
    begin = min(moment(incident.since or "") for incident in bars)
    span = max((end - begin).total_seconds(), 1.0)

    form = "%Y-%m-%d" if end - begin < _SHORT else "%Y-%m"

    def across(at: datetime) -> float:
        return 100 * min(max((at - begin).total_seconds() / span, 0), 1)

    drawing = node(
        "svg", role="img", aria_labelledby="chart", width="100%", height=str(_TOP + _ROW * len(bars))
    )
    for tick in range(_TICKS + 1):
        drawing.extend(_tick(begin + (end - begin) * tick / _TICKS, tick, len(bars), form))
    for row, incident in enumerate(bars):
        until = moment(incident.until) if incident.until is not None else end
        drawing.extend(_bar(incident, row, across(moment(incident.since or "")), across(until)))
    caption = "Each bar runs from the first commit to the removal of the last part, or to now."
    if len(dated) > len(bars):
        caption += f" {count(len(dated) - len(bars), 'more credential')} left out here."
    return node(
        "section",
        node("h2", "Exposure over time", id="chart"),
        node("figure", drawing, node("figcaption", caption)),
        class_="chart",
        aria_labelledby="chart",
    )


def _tick(at: datetime, number: int, rows: int, form: str) -> list[Node]:
    anchor = "start" if number == 0 else "end" if number == _TICKS else "middle"
    across = f"{100 * number / _TICKS:g}%"
    bottom = str(_TOP + _ROW * rows)
    return [
        node("line", x1=across, x2=across, y1=str(_TOP - 6), y2=bottom, class_="tick"),
        node(
            "text",
            at.strftime(form),
            x=across,
            y="12",
            text_anchor=anchor,
            class_="between" if number % 2 else "date",
        ),
    ]


def _bar(incident: Incident, row: int, left: float, right: float) -> list[Node]:
    top = _TOP + _ROW * row
    # Never thinner than can be seen; a bar at the right edge grows to the left.
    width = max(right - left, 0.6)
    label = f"{incident.credential} {incident.severity.label}: {incident.title.removeprefix('OKX ')}"
    return [
        node("text", label, x="0", y=str(top + 13), class_="label"),
        node(
            "rect",
            x=f"{min(left, 100 - width):.2f}%",
            y=str(top + 18),
            width=f"{width:.2f}%",
            height=str(_BAR),
            rx="2",
            class_=f"bar {incident.severity.label}",
        ),
    ]
