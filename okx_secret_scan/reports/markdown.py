"""Markdown for job summaries, merge request comments and issues (GitHub's and GitLab's dialects)."""

from __future__ import annotations

import re
from dataclasses import replace

from okx_secret_scan.model import Finding, ScanResult
from okx_secret_scan.reports import Style
from okx_secret_scan.reports.escape import inert
from okx_secret_scan.reports.incidents import Incident, incidents
from okx_secret_scan.reports.rules import HARM, RULES, help_uri
from okx_secret_scan.reports.standing import plainest
from okx_secret_scan.reports.wording import count, evidence, gap_sentence, position, scope, sentence, verdict

# GitHub refuses a job summary of more than a mebibyte, so longer lists and names are cut.
_MOST_FINDINGS = 500
_MOST_BYTES = 500_000  # of the table and the findings
_MOST_LINES = 100  # of notices, and of gaps
_LONGEST = 300

_PLAIN = re.compile(r"[\w ./:;,=()+#@!?'\"\[\]{}%&*~^$<>-]+")


def code(text: str) -> str:
    """Return `text` as code that shows exactly that, inert, in a table cell, too.

    Nothing in it becomes markup, a mention, a reference or a link.
    """
    shown = inert(text)
    if _PLAIN.fullmatch(shown) and shown.strip(" ") == shown:
        return f"`{shown}`"
    # Backticks, pipes and backslashes have a meaning even in a code span: character references have none.
    return f"<code>{''.join(char if char.isalnum() else f'&#{ord(char)};' for char in shown)}</code>"


def render(result: ScanResult, style: Style) -> str:
    """Return a document of headings, a table of incidents, and what to do."""
    listed = incidents(result)
    blocks = [f"## okx-secret-scan: {verdict(result)}", f"`{result.command}`: {scope(result)}"]
    blocks += _told([f"> **Note:** {_brief(notice)}" for notice in result.notices])
    if result.gaps:
        gaps = _told([f"- {_brief(gap_sentence(gap))}" for gap in result.gaps])
        blocks += ["### Not read: this scan is incomplete", "\n".join(gaps)]
    if listed:
        shown = _cut(listed)
        blocks.append(_table(listed[: len(shown)]))
        blocks += map(_incident, shown)
        blocks += _remedy(listed)
        left = len(result.findings) - sum(len(incident.findings) for incident in shown)
        if left:
            blocks.append(f"_{count(left, 'more finding')} left out here: see the JSON or SARIF report._")
    return "\n\n".join(blocks) + "\n"


def _brief(text: str) -> str:
    """Return `text` as code; of a long one its ends, where names differ."""
    return code(text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]}…{text[-_LONGEST // 2 :]}")


def _told(lines: list[str]) -> list[str]:
    """Return the first of `lines`, and how many more there are."""
    left = len(lines) - _MOST_LINES
    return [*lines[:_MOST_LINES], f"- and {left:,} more"] if left > 0 else lines


def _table(listed: tuple[Incident, ...]) -> str:
    rows = [
        "| Credential | Severity | What leaked | First place | Since | Where now |",
        "|---|---|---|---|---|---|",
    ]
    return "\n".join([*rows, *map(_row, listed)])


def _row(incident: Incident) -> str:
    return (
        f"| {incident.credential} | {incident.severity.label} | {incident.title} "
        f"| {_brief(position(incident.findings[0]))} | {(incident.since or '')[:10]} "
        f"| {plainest(incident.attributions) or ''} |"
    )


def _incident(incident: Incident) -> str:
    return "\n".join((_heading(incident), *map(_finding, incident.findings)))


def _heading(incident: Incident) -> str:
    title = f"### {incident.credential}: {incident.title} ({incident.severity.label})"
    return f"{title}\n\n{HARM[incident.severity].capitalize()}.\n"


def _finding(finding: Finding) -> str:
    return (
        f"- {_brief(position(finding))} — {_brief(sentence(finding))} Evidence: {_brief(evidence(finding))}"
    )


def _remedy(listed: tuple[Incident, ...]) -> list[str]:
    worst = listed[0].findings[0].rule
    blocks = ["### What to do now"]
    for rule in dict.fromkeys(rule for incident in listed for rule in incident.rules):
        steps = "\n".join(f"{number}. {step}" for number, step in enumerate(RULES[rule].remedy, start=1))
        summary = f'<a href="{help_uri(rule)}">{RULES[rule].title}</a>'
        is_open = " open" if rule is worst else ""
        blocks.append(f"<details{is_open}><summary>{summary}</summary>\n\n{steps}\n\n</details>")
    return blocks


def _cut(listed: tuple[Incident, ...]) -> list[Incident]:
    """Return the first incidents, the last of them perhaps in part, for whose findings there is room."""
    kept: list[Incident] = []
    places, room = _MOST_FINDINGS, _MOST_BYTES
    for incident in listed:
        room -= len(_row(incident).encode()) + len(_heading(incident).encode())
        fitting: list[Finding] = []
        for finding in incident.findings:
            places -= 1
            room -= len(_finding(finding).encode())
            if places < 0 or room < 0:
                break
            fitting.append(finding)
        if not fitting:
            break
        kept.append(replace(incident, findings=tuple(fitting)))
    return kept
