"""The walk through the findings of a baseline: one at a time, keyboard only, saved after each answer."""

from __future__ import annotations

import io
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import click

from okx_secret_scan import scan
from okx_secret_scan.cli.excerpt import excerpt
from okx_secret_scan.cli.output import write_stdout
from okx_secret_scan.detector import detect
from okx_secret_scan.git.objects import GitObject, read_objects
from okx_secret_scan.model import NOTHING_ADDED, Blob, Finding, ScanResult, Source, UserError, Vocabulary
from okx_secret_scan.policy.baseline import Baseline, Entry, Verdict
from okx_secret_scan.policy.readers import without_values
from okx_secret_scan.reports.escape import inert
from okx_secret_scan.reports.rules import API_PAGE, RULES
from okx_secret_scan.reports.text import story_of
from okx_secret_scan.reports.wording import count, evidence, position
from okx_secret_scan.sources.mapped import Mapped
from okx_secret_scan.sources.worktree import Files

_VERDICTS = {"r": Verdict.REAL, "f": Verdict.FALSE_ALARM}
_ALIKE = {key * 2: verdict for key, verdict in _VERDICTS.items()}
_LATER, _BACK, _QUIT = "l", "b", "q"
_HELP = (
    "(r)eal, (f)alse alarm, (l)ater, (b)ack or (q)uit, then Enter. "
    "rr and ff answer for the rest of the credential, too."
)
_REASON = "A reason may follow the letter: f sample of the docs"
_QUESTION = "r/f/l/b/q"

UPDATE = "okx-secret-scan baseline update"

Save = Callable[[Sequence[Entry]], None]


def require_terminal(otherwise: str) -> None:
    """Raise `UserError` if there is nobody to ask; `otherwise` says what a script can do."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty()):
        raise UserError(f"an audit asks a person and needs a terminal; {otherwise}")


def run(
    baseline: Baseline,
    result: ScanResult,
    root: Path,
    save: Save,
    *,
    update: str = UPDATE,
    no_reasons: str = "",
    vocabulary: Vocabulary = NOTHING_ADDED,
) -> None:
    """Ask for a verdict on every entry of `baseline` that has none and is in `result`, a scan of `root`.

    `save` gets what each answer judged at once, so that a walk can be broken off and taken up again. `update`
    is the command that drops what is not found any more. If `save` has no place for reasons, `no_reasons` is
    what whoever gives one is told; none is kept then. `vocabulary` is what the scan knew beyond the
    detector.
    """
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")  # nobody's keyboard shall end the walk
    found = _findings(result)
    hide = scan.hider_of(found.values())
    open_entries = [e for e in baseline.entries if e.verdict is None]
    queue = sorted((found[e.fingerprint] for e in open_entries if e.fingerprint in found), key=_order)
    usage = f"{_HELP}\n" if no_reasons else f"{_HELP} {_REASON}\n"
    if queue:
        write_stdout(usage)
    at = 0
    while at < len(queue):
        write_stdout("\n" + "\n".join(_screen(queue, at, baseline, result, root, vocabulary)) + "\n")
        key, reason = _ask(usage)
        if key == _QUIT:
            break
        answered = queue[at : at + 1]
        if verdict := _VERDICTS.get(key) or _ALIKE.get(key):
            if no_reasons and reason:
                write_stdout(f"{no_reasons}\n")
                reason = ""
            if key in _ALIKE:
                answered = [f for f in queue[at:] if f.credential == queue[at].credential]
            entries = [_entry(baseline, finding) for finding in answered]
            judged = [replace(e, verdict=verdict, reason=hide(reason) or e.reason) for e in entries]
            baseline = baseline.decide(judged)
            save(judged)
        at = max(0, at - 1) if key == _BACK else at + len(answered)
    # What was not read may hold what was not found.
    gone = 0 if result.gaps else len(open_entries) - len(queue)
    write_stdout("\n" + summary(baseline, gone=gone, update=update))


def summary(baseline: Baseline, gone: int = 0, update: str = UPDATE) -> str:
    """Say how far the judging is, and what to do about what is real."""
    counts = Counter(entry.verdict for entry in baseline.entries)
    real, false = counts[Verdict.REAL], count(counts[Verdict.FALSE_ALARM], "false alarm")
    lines = [f"{count(len(baseline.entries), 'finding')}: {real} real, {false}, {counts[None]} not judged"]
    if real:
        lines.append(f"Revoke what is real at {API_PAGE}: a baseline does not undo a leak.")
    if gone:
        lines.append(f"Not found any more: {gone}. `{update}` drops them.")
    return "".join(f"{line}\n" for line in lines)


def _findings(result: ScanResult) -> dict[str, Finding]:
    """Return the first finding of each fingerprint."""
    found: dict[str, Finding] = {}
    for finding in (*result.suppressed, *result.findings):
        found.setdefault(finding.fingerprint, finding)
    return found


def _order(finding: Finding) -> tuple[int, int, str, str, int, int]:
    """Sort the worst first, the parts of a credential together, c2 before c10."""
    place, name = finding.location, finding.credential
    return -finding.severity, len(name), name, finding.path or "", place.line, place.column


def _entry(baseline: Baseline, finding: Finding) -> Entry:
    return next(entry for entry in baseline.entries if entry.fingerprint == finding.fingerprint)


def _screen(
    queue: Sequence[Finding],
    at: int,
    baseline: Baseline,
    result: ScanResult,
    root: Path,
    vocabulary: Vocabulary,
) -> Iterator[str]:
    finding = queue[at]
    judged = _entry(baseline, finding)
    severity = finding.severity.label.upper()
    yield f"[{at + 1}/{len(queue)}]  {severity}  {finding.credential}  {position(finding)}"
    yield f"  {RULES[finding.rule].title}  {finding.secret}"
    yield f"  because {evidence(finding)}"
    yield from (f"  {line}" for line in story_of(finding))
    if judged.verdict is not None:
        verdict = judged.verdict.replace("-", " ")
        yield f"  judged {verdict}{f': {inert(without_values(judged.reason))}' if judged.reason else ''}"
    yield from _lines(finding, (*result.suppressed, *result.findings), root, vocabulary)
    yield ""


def _lines(finding: Finding, known: Sequence[Finding], root: Path, vocabulary: Vocabulary) -> Iterator[str]:
    """Yield the lines around `finding`, with the values of all `known` findings masked."""
    data = _content(finding, root)
    if data is None:
        return
    yield ""
    # A sweep says of each value where it stood first: what else this content holds it tells elsewhere.
    here = detect(Blob(data, finding.path), vocabulary).findings
    places = {(f.location, f.secret) for f in here}
    if finding.blob is None and (finding.location, finding.secret) not in places:
        # Masks at the places of the scan would not cover a value that has moved.
        yield "  The file has changed since the scan: start the audit again to see its lines."
        return
    others = [*here, *(f for f in known if (f.path, f.blob) == (finding.path, finding.blob))]
    secrets = (f.secret for f in known)
    yield from excerpt(data, finding, others, shutil.get_terminal_size().columns, secrets)


def _content(finding: Finding, root: Path) -> bytes | None:
    """Return the text the finding stands in, None if it is no file of its own or cannot be read any more."""
    if finding.source is not Source.FILE or finding.member is not None:
        return None
    if finding.blob is not None:
        answer = next(read_objects([finding.blob], root))
        return answer.data if isinstance(answer, GitObject) else None
    item = next(Files(root, (finding.path or "",)).read(), None)
    if isinstance(item, Mapped):
        item = item.blob()
    return item.data if isinstance(item, Blob) else None


def _ask(usage: str) -> tuple[str, str]:
    """Return a valid letter and the reason behind it; the end of input counts as the wish to quit.

    Any other answer is met with `usage`.
    """
    while True:
        try:
            answer = click.prompt(_QUESTION, default="", show_default=False)
        except click.Abort:
            return _QUIT, ""
        key, _, reason = answer.strip().partition(" ")
        if key.lower() in {*_VERDICTS, *_ALIKE, _LATER, _BACK, _QUIT}:
            return key.lower(), " ".join(reason.split())
        write_stdout(usage)
