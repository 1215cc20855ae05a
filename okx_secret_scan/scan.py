"""The pipeline: shares of a source through the detector, in worker processes if it pays, to one result."""

from __future__ import annotations

import functools
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from okx_secret_scan import detector
from okx_secret_scan.credentials import group
from okx_secret_scan.detector.gate import could_name
from okx_secret_scan.masking import Hide, hide_in_finding, hide_in_gap, hider
from okx_secret_scan.model import (
    NOTHING_ADDED,
    Blob,
    Finding,
    Gap,
    ScanResult,
    Source,
    Summary,
    Vocabulary,
)
from okx_secret_scan.shares import Outcome, read_share
from okx_secret_scan.sources import Share


class Policy(Protocol):
    """What decides, at the end of the line, which findings count."""

    def excludes(self, path: str) -> str | None:
        """Say in words why nothing at `path` counts, None if it does."""
        ...

    def judge(self, findings: Sequence[Finding]) -> list[Finding]:
        """Return the findings, those that do not count with `suppressed` set."""
        ...


class Progress(Protocol):
    """Is told how far a scan is; `started` comes first and `finished` last, whatever happens between."""

    def started(self, shares: int, doing: str = "") -> None:
        """Take note of how many shares there are; `doing` tells one step of a scan from another."""

    def advanced(self, outcome: Outcome) -> None:
        """Take note of one more share that was read."""

    def finished(self) -> None:
        """Clear what was shown."""


class Silence:
    """The progress that shows nothing."""

    def started(self, shares: int, doing: str = "") -> None:
        """Ignore it."""

    def advanced(self, outcome: Outcome) -> None:
        """Ignore it."""

    def finished(self) -> None:
        """Have nothing to clear."""


LOST = Gap("a worker process died, perhaps for want of memory: part of the content was not read")
Locate = Callable[[list[Finding]], list[Finding]]
SomeShare = TypeVar("SomeShare")
SomeOutcome = TypeVar("SomeOutcome")


def run(
    command: str,
    shares: Sequence[Share],
    *,
    policy: Policy,
    jobs: int = 1,
    progress: Progress | None = None,
    locate: Locate | None = None,
    comments: bool = False,
    vocabulary: Vocabulary = NOTHING_ADDED,
) -> ScanResult:
    """Scan every share and return the verdict of `command`.

    `locate` may add what only the whole of the findings tells (paths, commits, occurrences) before the
    policy judges them. `comments` asks which comments silence nothing. `vocabulary` is what the detector
    shall know beyond its own. At most `jobs` worker processes are used, none for a single share.
    Raises `UserError` for what the user must mend.
    """
    begin = time.perf_counter()
    progress = progress or Silence()
    progress.started(len(shares))
    try:
        read = functools.partial(read_share, comments=comments, vocabulary=vocabulary)
        read_shares = read_all(read, shares, jobs, progress.advanced)
    finally:
        progress.finished()
    outcomes = [outcome or Outcome(gaps=[LOST]) for outcome in read_shares]
    result = conclude(command, outcomes, policy=policy, locate=locate)
    return replace(result, summary=replace(result.summary, seconds=time.perf_counter() - begin))


def conclude(
    command: str, outcomes: Sequence[Outcome], *, policy: Policy, locate: Locate | None = None
) -> ScanResult:
    """Return the verdict of `command` on what its shares gave; see `run`."""
    findings = [finding for outcome in outcomes for finding in outcome.findings]
    findings = locate(findings) if locate is not None else _named_once(findings)
    hide = hider_of(findings)
    # Decisions are about paths as they are, values in them included.
    accepted = _without_values(policy.judge(findings), hide)
    judged, credentials = group([hide_in_finding(finding, hide) for finding in accepted])
    suppressed = tuple(f for f in judged if f.suppressed is not None)
    gaps, excused = shared_out((gap for outcome in outcomes for gap in outcome.gaps), policy)
    comments = [(*comment, policy.excludes(comment[0])) for outcome in outcomes for comment in outcome.unused]
    return ScanResult(
        command=command,
        findings=tuple(f for f in judged if f.suppressed is None),
        credentials=tuple(credentials),
        suppressed=suppressed,
        gaps=tuple(hide_in_gap(gap, hide) for gap in gaps),
        excused=tuple(hide_in_gap(gap, hide) for gap in excused),
        notices=tuple(dict.fromkeys(hide(line) for outcome in outcomes for line in outcome.notices)),
        unused=tuple(
            f"{hide(place)}:{line}: comment silences nothing"
            for place, line, reason in comments
            if not reason
        ),
        quoting=tuple(dict.fromkeys(place for place, _, reason in comments if reason)),
        summary=Summary(
            files=sum(outcome.files for outcome in outcomes),
            blobs=sum(outcome.blobs for outcome in outcomes),
            commits=sum(outcome.commits for outcome in outcomes),
            bytes=sum(outcome.bytes for outcome in outcomes),
            suppressed=len(suppressed),
        ),
    )


def _without_values(judged: Iterable[Finding], hide: Hide) -> list[Finding]:
    """Return `judged` findings with no value in what suppresses them: a reason may quote one."""
    return [f if f.suppressed is None else replace(f, suppressed=hide(f.suppressed)) for f in judged]


def shared_out(gaps: Iterable[Gap], policy: Policy) -> tuple[list[Gap], list[Gap]]:
    """Return the gaps that count, and those at paths where nothing does."""
    counting: list[Gap] = []
    excused: list[Gap] = []
    for gap in gaps:
        silenced = gap.path is not None and policy.excludes(gap.path) is not None
        (excused if silenced else counting).append(gap)
    return counting, excused


def _named_once(findings: Iterable[Finding]) -> list[Finding]:
    """Return `findings` with one for each value in a folder's name: every file's path repeats it."""
    once: dict[object, Finding] = {}
    for number, finding in enumerate(findings):
        in_name = finding.source is Source.PATH_NAME
        once.setdefault((finding.path, finding.rule, finding.secret) if in_name else number, finding)
    return list(once.values())


def without_values(text: str) -> str:
    """Return a name, or a line that quotes names, with masks for the values in it."""
    if not could_name(text):
        return text
    name = Blob(text.encode("utf-8", "replace"), source=Source.REF_NAME)
    return hider(detector.detect(name).findings)(text)


def hider_of(findings: Iterable[Finding]) -> Hide:
    """Return what hides the values of `findings` in a text, and those that are in names which nobody scanned.

    A story names every ref and commit that has a value, whatever a scan was asked to read.
    """
    hide = hider(findings)
    # Thousands of findings may name the same thousands of refs.
    return functools.cache(lambda text: without_values(hide(text)))


def read_all(
    read: Callable[[int, SomeShare], SomeOutcome],
    shares: Sequence[SomeShare],
    jobs: int,
    done: Callable[[SomeOutcome], None],
) -> list[SomeOutcome | None]:
    """Return the outcomes of `read` for `shares`, in their order; None where a worker process died.

    `done` hears of each outcome as it comes.
    """
    if min(jobs, len(shares)) > 1:
        # Starting processes takes a handful of modules that a small scan does without.
        from okx_secret_scan import workers

        return workers.over(read, shares, jobs, done)
    outcomes: list[SomeOutcome | None] = []
    for number, share in enumerate(shares):
        outcome = read(number, share)
        outcomes.append(outcome)
        done(outcome)
    return outcomes
