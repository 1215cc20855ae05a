"""One leaked credential: its parts, its story and what to do about it."""

from __future__ import annotations

from okx_secret_scan.model import Commit, Finding, Rule
from okx_secret_scan.reports.html.nodes import Node, node
from okx_secret_scan.reports.incidents import Incident, moment
from okx_secret_scan.reports.rules import HARM, RULES, help_uri
from okx_secret_scan.reports.standing import plainest
from okx_secret_scan.reports.wording import count, evidence, position

_SHORT = 10
_MOST_REFS = 20


def article(incident: Incident, is_open: bool) -> Node:
    """Return the incident as an article that folds, with the data that scripts filter and sort by."""
    opened = {"open": ""} if is_open else {}
    body = [
        node("p", f"{HARM[incident.severity].capitalize()}."),
        _story(incident),
        _findings(incident),
        _remedy(incident),
    ]
    return node(
        "article",
        node("details", node("summary", _heading(incident)), *body, **opened),
        id=incident.credential,
        class_="incident",
        data_severity=incident.severity.label,
        data_rank=str(int(incident.severity)),
        data_state=_state(incident),
        data_since=_seconds(incident.since),
        data_days=str(days(incident) or 0),
    )


def days(incident: Incident) -> int | None:
    """Return for how many days its longest-lived part was exposed, None outside a history."""
    known = [story.exposure_days for story in incident.attributions if story.exposure_days is not None]
    return max(known, default=None)


def _seconds(date: str | None) -> str:
    return "0" if date is None else str(int(moment(date).timestamp()))


def _state(incident: Incident) -> str:
    if incident.present:
        return "present"
    return "history" if any(story.reachable for story in incident.attributions) else "unreachable"


def _heading(incident: Incident) -> Node:
    return node(
        "h3",
        node("span", incident.severity.label, class_=f"severity {incident.severity.label}"),
        " ",
        node("span", incident.title, class_="what"),
        " ",
        node("span", f"{incident.credential} · {position(incident.findings[0])}", class_="where"),
    )


def _story(incident: Incident) -> Node:
    """Return the timeline: since when, until when, and where it can still be found."""
    steps: list[Node] = []
    firsts = [story.commit for story in incident.attributions if story.commit]
    if firsts:
        steps.append(_step("Since", min(firsts, key=lambda commit: moment(commit.date))))
    if incident.until is not None:
        lasts = [story.last_commit for story in incident.attributions if story.last_commit]
        steps.append(_step("Until", max(lasts, key=lambda commit: moment(commit.date))))
    where = plainest(incident.attributions)
    if where is not None:
        steps.append(node("li", node("b", "Where now"), f" {where}"))
    exposed = days(incident)
    if exposed is not None:
        steps.append(node("li", node("b", "Exposed"), f" for {count(exposed, 'day')}"))
    if incident.attributions:
        steps.append(_refs(incident))
    return (
        node("ol", *steps, class_="story")
        if steps
        else node("p", "No history: only the current content was read.")
    )


def _step(word: str, commit: Commit) -> Node:
    return node(
        "li",
        node("b", word),
        " ",
        node("time", commit.date[:10], datetime=commit.date),
        " ",
        node("code", commit.sha[:_SHORT]),
        f" by {commit.author}: ",
        node("q", commit.subject),
    )


def _refs(incident: Incident) -> Node:
    refs = incident.refs
    if not refs:
        return node(
            "li", node("b", "No ref"), " contains it any more; git keeps the objects until it prunes them"
        )
    shown: list[Node | str] = []
    for ref in refs[:_MOST_REFS]:
        shown += [" ", node("code", ref)]
    if len(refs) > _MOST_REFS:
        shown.append(f" and {len(refs) - _MOST_REFS:,} more")
    return node("li", node("b", "In the history of"), *shown)


def _findings(incident: Incident) -> Node:
    """Return the leaked values, each with all of its places."""
    values: dict[tuple[Rule, str], list[Finding]] = {}
    for finding in incident.findings:
        values.setdefault((finding.rule, finding.fingerprint), []).append(finding)
    return node("ul", *map(_value, values.values()), class_="findings")


def _value(places: list[Finding]) -> Node:
    first = places[0]
    pairs = [node("dt", "Where"), *map(_place, places)]
    if first.fingerprint:
        pairs += [node("dt", "Fingerprint"), node("dd", node("code", first.fingerprint))]
    return node(
        "li",
        node("a", RULES[first.rule].title, href=help_uri(first.rule), rel="noreferrer"),
        " ",
        node("code", first.secret.masked, class_="masked"),
        node("dl", *pairs),
    )


def _place(finding: Finding) -> Node:
    reason = evidence(finding)
    if finding.occurrences > 1:
        reason += f"; in {count(finding.occurrences, 'version')}"
    return node("dd", position(finding), " ", node("span", reason, class_="reason"))


def _remedy(incident: Incident) -> Node:
    # The longest list first: it has the steps of the others in their order.
    lists = sorted((RULES[rule].remedy for rule in incident.rules), key=len, reverse=True)
    steps = dict.fromkeys(step for each in lists for step in each)
    return node(
        "section",
        node("h4", "What to do now"),
        node("ol", *(node("li", step) for step in steps)),
        class_="remedy",
    )
