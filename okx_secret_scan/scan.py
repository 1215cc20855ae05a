"""The pipeline: shares of a source through the detector, in worker processes if it pays, to one result."""

from __future__ import annotations

import functools
import os
import time
import traceback
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol, TypeVar

from okx_secret_scan import detector
from okx_secret_scan.credentials import group
from okx_secret_scan.detector.decode import decode
from okx_secret_scan.detector.gate import could_name
from okx_secret_scan.detector.screen import gate_for_many
from okx_secret_scan.git.command import GitError
from okx_secret_scan.masking import Hide, hide_in_finding, hide_in_gap, hider
from okx_secret_scan.model import (
    NOTHING_ADDED,
    Blob,
    Finding,
    Gap,
    ScanResult,
    Source,
    Summary,
    UserError,
    Vocabulary,
)
from okx_secret_scan.policy import fingerprints, pragmas
from okx_secret_scan.sources import Share


class Policy(Protocol):
    """What decides, at the end of the line, which findings count."""

    def excludes(self, path: str) -> str | None:
        """Say in words why nothing at `path` counts, None if it does."""
        ...

    def judge(self, findings: Sequence[Finding]) -> list[Finding]:
        """Return the findings, those that do not count with `suppressed` set."""
        ...


@dataclass(slots=True)
class Outcome:
    """What one share gave: findings in reading order, gaps, and how much was read.

    `unused` are places and lines of comments that silence nothing. `latest` is the id of the commit that was
    counted last: its message may come in several readings.
    """

    findings: list[Finding] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    unused: list[tuple[str, int]] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    files: int = 0
    blobs: int = 0
    commits: int = 0
    bytes: int = 0
    latest: str | None = None


class Progress(Protocol):
    """Is told how far a scan is; `started` comes first and `finished` last, whatever happens between."""

    def started(self, shares: int) -> None:
        """Take note of how many shares there are."""

    def advanced(self, outcome: Outcome) -> None:
        """Take note of one more share that was read."""

    def finished(self) -> None:
        """Clear what was shown."""


class Silence:
    """The progress that shows nothing."""

    def started(self, shares: int) -> None:
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


def read_share(
    number: int,
    share: Share,
    *,
    comments: bool = False,
    vocabulary: Vocabulary = NOTHING_ADDED,
    suspect: bool = False,
) -> Outcome:
    """Scan one share; `number` keeps its credentials apart from those of other shares.

    `comments` asks which comments silence nothing; `vocabulary` is what the detector shall know beyond its
    own; `suspect` says that all of the share is known to pass the gate.

    Raises `UserError` alone; whatever else goes wrong becomes a gap, so that nothing found is lost.
    """
    outcome = Outcome()
    could_match = gate_for_many(vocabulary.words)
    try:
        for index, item in enumerate(share.read()):
            if isinstance(item, Gap):
                outcome.gaps.append(item)
                if item.path is None:
                    continue
                # What cannot be read has a name all the same.
                item = name_of(item.path, item.oid)
            count(outcome, item)
            found: Sequence[Finding] = ()
            if suspect or could_match(item.data, item.path):
                found = _detect(outcome, item, f"{number}.{index}", vocabulary)
                if not suspect:  # what a history holds cannot be given another comment
                    _note_misspelled(outcome, item, found)
            if comments and pragmas.mentioned(item.data):
                place = item.path or item.source.value
                outcome.unused += ((place, line) for line in pragmas.unused(found, decode(item.data)))
    except UserError:
        raise
    except Exception as error:
        outcome.gaps.append(Gap(f"reading stopped here: {describe(error)}"))
    return outcome


def name_of(path: str, oid: str | None) -> Blob:
    """Return what there is to read of a file at `path` whose content is not to be had."""
    return Blob(os.fsencode(path), path, oid, Source.PATH_NAME)


def count(outcome: Outcome, blob: Blob) -> None:
    """Add to `outcome` that `blob` was read."""
    outcome.bytes += len(blob.data)
    outcome.files += blob.path is not None and blob.source is Source.FILE
    outcome.blobs += blob.oid is not None and blob.source is Source.FILE
    if blob.source is Source.COMMIT_MESSAGE and (blob.oid is None or blob.oid != outcome.latest):
        outcome.commits += 1
        outcome.latest = blob.oid


def _detect(outcome: Outcome, blob: Blob, name: str, vocabulary: Vocabulary) -> Sequence[Finding]:
    """Add to `outcome` what `blob`, called `name` within this scan, holds; return what is in its text."""
    try:
        detection = detector.detect(blob, vocabulary)
        findings: Sequence[Finding] = detection.findings
        if findings:
            # Comments are looked for in the blob's text: no lines of it are those of members and of names.
            in_text = [finding for finding in findings if _is_in_text(finding, blob)]
            elsewhere = [finding for finding in findings if not _is_in_text(finding, blob)]
            in_text = pragmas.apply(in_text, decode(blob.data)) if in_text else []
            findings = fingerprints.assign([*elsewhere, *in_text])
    except Exception as error:
        outcome.gaps.append(Gap(f"the detector failed: {describe(error)}", blob.path, blob.oid))
        if blob.path is not None and blob.source is not Source.PATH_NAME:
            _detect(outcome, name_of(blob.path, blob.oid), name, vocabulary)
        return ()
    outcome.gaps.extend(detection.gaps)
    outcome.findings.extend(replace(f, credential=f"{name}.{f.credential}") for f in findings)
    return [finding for finding in findings if _is_in_text(finding, blob)]


def _is_in_text(finding: Finding, blob: Blob) -> bool:
    return finding.member is None and finding.source is blob.source


def _note_misspelled(outcome: Outcome, blob: Blob, findings: Sequence[Finding]) -> None:
    """Add to `outcome` which comments would silence one of `findings` if they were spelled otherwise."""
    counting = [finding for finding in findings if finding.suppressed is None]
    text = decode(blob.data) if counting else ""
    outcome.notices.extend(
        f"{blob.path or blob.source}:{line}: `{words}` silences nothing: write `okx-secret-scan: allow`"
        for line, words in pragmas.misspelled(counting, text)
    )


def describe(error: Exception) -> str:
    """Say what went wrong without the error's message where that may quote what was scanned."""
    if isinstance(error, GitError):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(place.filename).name}, line {place.lineno}"
    return f"{type(error).__qualname__} in {where} (a bug, please report it)"
