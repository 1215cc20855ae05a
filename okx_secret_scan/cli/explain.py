"""`okx-secret-scan explain`."""

from __future__ import annotations

import difflib
import re
import textwrap
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from okx_secret_scan import scan
from okx_secret_scan.cli.options import Options, default_jobs
from okx_secret_scan.cli.output import harmless, write_stdout
from okx_secret_scan.cli.run import config_for
from okx_secret_scan.cli.status import Status
from okx_secret_scan.model import Finding, Rule, ScanResult, UserError
from okx_secret_scan.policy.assemble import assemble
from okx_secret_scan.policy.fingerprints import is_fingerprint
from okx_secret_scan.reports.allowing import FINGERPRINT, IGNORE_FILE, how_to_allow
from okx_secret_scan.reports.escape import inert
from okx_secret_scan.reports.rules import HARM, RULES, help_uri
from okx_secret_scan.reports.wording import position
from okx_secret_scan.sources.worktree import plan

_WIDTH = 100
# What people may mistake for a fingerprint; a lower-case secret key cannot be told from one.
_VALUES = {
    re.compile(r"[0-9A-Fa-f]{32}"): "a secret key",
    re.compile(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"): "an API key",
}
_WORDS = re.compile(r"[a-z]+(?:-[a-z]+)*")


def _rules(context: click.Context, parameter: click.Parameter, start: str) -> list[str]:
    return [rule.value for rule in Rule if rule.startswith(start)]


@click.command("explain")
@click.argument("subject", metavar="FINGERPRINT|RULE", shell_complete=_rules)
def explain(subject: str) -> int:
    """Say why something is a finding, what would have silenced it, and what to do now.

    A rule is explained in general. A fingerprint is looked up in the files of the current folder and
    explained by its evidence; for what only the history holds, `history -v` shows the evidence.
    """
    if subject in list(Rule):
        write_stdout("\n".join(_rule(Rule(subject))) + "\n")
        return Status.CLEAN
    if not is_fingerprint(subject):
        raise UserError(_objection(subject))
    planned = plan(["."])
    settings = config_for(Options(), planned.root)
    policy = assemble(settings, planned.root, date.today())
    result = scan.run(
        "explain", planned.shares, policy=policy, jobs=default_jobs(), vocabulary=settings.vocabulary
    )
    places = [f for f in (*result.findings, *result.suppressed) if f.fingerprint == subject]
    if not places:
        raise UserError(
            f"no file below {planned.root} holds a finding with that fingerprint: "
            "run explain where it was reported; what only the history holds is explained by "
            "`okx-secret-scan history -v`, and what to do about it by `okx-secret-scan explain RULE`"
        )
    write_stdout("\n".join(_finding(places, result, planned.root)) + "\n")
    return Status.CLEAN


def _objection(subject: str) -> str:
    """Say what is wrong with `subject`, and repeat it only if it cannot be a value."""
    for shape, meaning in _VALUES.items():
        if shape.fullmatch(subject):
            return f"that looks like {meaning}: explain takes the fingerprint that a report gives, or a rule"
    near = difflib.get_close_matches(subject, list(Rule), n=1)
    hint = f"did you mean {near[0]}?" if near else f"rules are {', '.join(Rule)}"
    told = repr(subject) if near and _WORDS.fullmatch(subject) else "that"
    return f"{told} is neither a fingerprint (32 lower-case hex digits) nor a rule: {hint}"


def _finding(places: list[Finding], result: ScanResult, root: Path) -> Iterator[str]:
    first = places[0]
    title = RULES[first.rule].title
    yield f"{first.severity.label.upper()}  {first.credential}  {title} {first.secret}"
    yield ""
    for finding in places:
        yield position(finding)
        for number, reason in enumerate(finding.evidence):
            yield f"  {'because' if number == 0 else '    and'} {inert(reason)}"
        if finding.suppressed is not None:
            yield f"  silenced by {inert(finding.suppressed)}"
    members = [f for f in (*result.findings, *result.suppressed) if f.credential == first.credential]
    parts = dict.fromkeys(RULES[f.rule].title for f in members)
    yield ""
    yield f"{first.severity.label}: {HARM[first.severity]}"
    yield f"found of this account: {', '.join(parts)}"
    yield ""
    yield "What would silence it"
    together = (*result.findings, *result.suppressed)
    for way in dict.fromkeys(how_to_allow(place, together) for place in places):
        if way != FINGERPRINT:
            yield f"  {way}"
    yield f"  list {first.fingerprint} in {harmless(str(root / IGNORE_FILE))}"
    yield ""
    yield from _remedy(first.rule)


def _rule(rule: Rule) -> Iterator[str]:
    yield f"{rule}: {RULES[rule].title}"
    yield ""
    yield from textwrap.wrap(RULES[rule].description, _WIDTH)
    yield ""
    yield from _remedy(rule)


def _remedy(rule: Rule) -> Iterator[str]:
    yield "What to do now"
    for step in RULES[rule].remedy:
        yield from textwrap.wrap(step, _WIDTH, initial_indent="  - ", subsequent_indent="    ")
    yield ""
    yield f"More: {help_uri(rule)}"
