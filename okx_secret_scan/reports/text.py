"""The report that people read in a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from okx_secret_scan.model import Commit, Finding, Gap, Rule, ScanResult, Severity
from okx_secret_scan.reports import Style
from okx_secret_scan.reports.allowing import false_alarm
from okx_secret_scan.reports.columns import cut, width, wrapped
from okx_secret_scan.reports.escape import inert
from okx_secret_scan.reports.incidents import Incident, incidents
from okx_secret_scan.reports.rules import API_PAGE, RULES, help_uri
from okx_secret_scan.reports.standing import whereabouts
from okx_secret_scan.reports.wording import evidence, gap_sentence, position, scope, verdict

_COLORS = {
    Severity.CRITICAL: "1;31",
    Severity.HIGH: "31",
    Severity.MEDIUM: "33",
    Severity.LOW: "36",
}
_BAD, _GOOD, _QUIET = "1;31", "32", "2"

_REVOKE = f"delete the keys at {API_PAGE} and make new ones: removing the text does not undo a leak"
# What to do now, by what the scan stood before; two lines with the way to mark a false alarm.
_ADVICE = {
    "staged": f"Now: read the values from the environment, `git add` again. Pushed before? Then {_REVOKE}.",
    "message": "Now: take the values out of the message. Your text is still in .git/COMMIT_EDITMSG.",
    "push": f"Now: take the values out of the commits not pushed yet. Pushed before? Then {_REVOKE}.",
}
# Nobody can ask a hook for more.
_HOOKS = frozenset(_ADVICE)
_LEAKED = f"Now: {_REVOKE}. Read them from the environment."

_EXAMPLES = 10
"""Things that were not read for one reason, such as objects that a partial clone lacks, that are named."""

_LEAST_ROOM = 16
"""Columns without which a piece of evidence says nothing."""

_Paint = Callable[[str, str], str]


def render(result: ScanResult, style: Style) -> str:
    """Return the findings by credential, the worst first, and what to do about them.

    A quiet style leaves only findings and what was not read; a verbose one adds fingerprints, all evidence
    and what was suppressed. Reports of hooks have the fingerprints always.
    """
    named = style.verbose > 0 or result.command in _HOOKS
    paint = _colored if style.color else _plain
    blocks = ["\n".join(_incident(incident, style, paint, result.command)) for incident in incidents(result)]
    if style.verbose and result.suppressed:
        blocks.append("\n".join(_suppressed(result, paint)))
    if result.gaps:
        blocks.append("\n".join(_gaps(result.gaps, style, paint)))
    if not style.quiet:
        if result.findings:
            advice = _ADVICE.get(result.command, _LEAKED), false_alarm(result.findings, fingerprints=named)
            blocks.append("\n".join(wrapped(line, style.width) for line in advice))
        color = _BAD if result.findings or result.gaps else _GOOD
        blocks.append(f"{paint(color, verdict(result))}; {scope(result)}")
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _incident(incident: Incident, style: Style, paint: _Paint, command: str) -> Iterator[str]:
    severity = paint(_COLORS[incident.severity], incident.severity.label.upper())
    yield f"{severity}  {incident.credential}  {incident.title}"
    findings = incident.findings
    places = _column(position(finding) for finding in findings)
    names = _column(RULES[finding.rule].title.removeprefix("OKX ") for finding in findings)
    values = _column(finding.secret.masked for finding in findings)
    told: set[str] = set()
    for finding, place, name, value in zip(findings, places, names, values, strict=True):
        used = width(f"  {place}  {name}  {value}  ")
        reason = _reason(finding, None if style.width is None else style.width - used, style)
        shown = _linked(name, finding.rule) if style.links else name
        yield f"  {place}  {shown}  {value}  {paint(_QUIET, reason)}".rstrip()
        if style.verbose:
            yield paint(_QUIET, f"    fingerprint {finding.fingerprint}")
        story = "; ".join(story_of(finding))
        if story and story not in told:
            yield wrapped(f"    {story}", style.width, " " * 6)
            told.add(story)
    if command in _HOOKS and not style.verbose:
        prints = dict.fromkeys(finding.fingerprint for finding in findings)
        noun = "fingerprint" if len(prints) == 1 else "fingerprints"
        yield paint(_QUIET, wrapped(f"  {noun} {' '.join(prints)}", style.width, " " * 4))


def _reason(finding: Finding, room: int | None, style: Style) -> str:
    """Return the evidence, cut to `room` columns unless the style is verbose."""
    reason = evidence(finding)
    if style.verbose or room is None or width(reason) <= room:
        return reason
    return cut(reason, room - 1) + "…" if room >= _LEAST_ROOM else ""


def _gaps(gaps: Sequence[Gap], style: Style, paint: _Paint) -> Iterator[str]:
    """Yield the lines of what was not read; of a cause that has more of it, some examples and the number."""
    known: Counter[tuple[str | None, str]] = Counter()
    for gap in gaps:
        cause = gap.repository, gap.message
        known[cause] += 1
        if style.verbose or known[cause] <= _EXAMPLES:
            yield _not_read(gap_sentence(gap), style, paint)
    for (repository, message), count in known.items():
        if count > _EXAMPLES and not style.verbose:
            cause_told = gap_sentence(Gap(message, repository=repository))
            yield _not_read(f"{count - _EXAMPLES:,} more (-v names them): {cause_told}", style, paint)


def _not_read(what: str, style: Style, paint: _Paint) -> str:
    head = "not read  "
    room = None if style.width is None else style.width - len(head)
    return paint(_BAD, head) + wrapped(what, room).replace("\n", "\n" + " " * len(head))


def story_of(finding: Finding) -> Iterator[str]:
    """Yield since when, until when and where in the history the value has been."""
    story = finding.attribution
    if story is None:
        return
    if story.commit is not None:
        yield f"since {_commit(story.commit)}"
    if story.last_commit is not None:
        yield f"until {_commit(story.last_commit)}"
    yield from whereabouts(story, finding.source)
    if finding.occurrences > 1:
        yield f"in {finding.occurrences} versions"


def _commit(commit: Commit) -> str:
    return f"{commit.date[:10]} {commit.sha[:10]} {inert(commit.author)}, “{inert(commit.subject)}”"


def _suppressed(result: ScanResult, paint: _Paint) -> Iterator[str]:
    for finding in result.suppressed:
        reason = f"{inert(finding.suppressed or '')}  {finding.fingerprint}"
        yield paint(_QUIET, f"suppressed  {position(finding)}  {finding.secret.masked}  {reason}")


def _column(cells: Iterator[str]) -> list[str]:
    """Pad the cells to the width of the widest."""
    listed = list(cells)
    widest = max(map(width, listed))
    return [cell + " " * (widest - width(cell)) for cell in listed]


def _linked(cell: str, rule: Rule) -> str:
    """Return the cell with its words, not its padding, as a hyperlink to the page of `rule`."""
    words = cell.rstrip(" ")
    return f"\x1b]8;;{help_uri(rule)}\x1b\\{words}\x1b]8;;\x1b\\{cell[len(words) :]}"


def _colored(parameters: str, text: str) -> str:
    return f"\x1b[{parameters}m{text}\x1b[0m" if text else text


def _plain(parameters: str, text: str) -> str:
    return text
