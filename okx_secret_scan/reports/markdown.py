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

# Longer lists are cut: GitHub refuses a job summary of more than a mebibyte.
_MOST_FINDINGS = 500
_MOST_GAPS = 100

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
    blocks += [f"> **Note:** {code(notice)}" for notice in result.notices]
    blocks += _gaps(result)
    if listed:
        shown = _cut(listed)
        blocks.append(_table(listed[: len(shown)]))
        blocks += map(_incident, shown)
        blocks += _remedy(listed)
        left = len(result.findings) - sum(len(incident.findings) for incident in shown)
        if left:
            blocks.append(f"_{count(left, 'more finding')} left out here: see the JSON or SARIF report._")
    return "\n\n".join(blocks) + "\n"


def _gaps(result: ScanResult) -> list[str]:
    if not result.gaps:
        return []
    shown = [f"- {code(gap_sentence(gap))}" for gap in result.gaps[:_MOST_GAPS]]
    if len(result.gaps) > _MOST_GAPS:
        shown.append(f"- and {len(result.gaps) - _MOST_GAPS:,} more")
    return ["### Not read: this scan is incomplete", "\n".join(shown)]


def _table(listed: tuple[Incident, ...]) -> str:
    rows = [
        "| Credential | Severity | What leaked | First place | Since | Where now |",
        "|---|---|---|---|---|---|",
    ]
    rows += [
        f"| {incident.credential} | {incident.severity.label} | {incident.title} "
        f"| {code(position(incident.findings[0]))} | {(incident.since or '')[:10]} "
        f"| {plainest(incident.attributions) or ''} |"
        for incident in listed
    ]
    return "\n".join(rows)


def _incident(incident: Incident) -> str:
    lines = [
        f"### {incident.credential}: {incident.title} ({incident.severity.label})",
        "",
        f"{HARM[incident.severity].capitalize()}.",
        "",
    ]
    lines += map(_finding, incident.findings)
    return "\n".join(lines)


def _finding(finding: Finding) -> str:
    return f"- {code(position(finding))} — {code(sentence(finding))} Evidence: {code(evidence(finding))}"


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
    """Return the first incidents, the last of them perhaps in part, with as many findings as may be told."""
    kept: list[Incident] = []
    room = _MOST_FINDINGS
    for incident in listed:
        if room <= 0:
            break
        kept.append(replace(incident, findings=incident.findings[:room]))
        room -= len(incident.findings)
    return kept
