"""One share of a source through the detector: what runs in each worker process."""

from __future__ import annotations

import os
import traceback
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from okx_secret_scan import detector
from okx_secret_scan.detector.decode import decode
from okx_secret_scan.detector.screen import gate_for_many
from okx_secret_scan.git.command import GitError
from okx_secret_scan.model import NOTHING_ADDED, Blob, Finding, Gap, Source, UserError, Vocabulary
from okx_secret_scan.policy import fingerprints, pragmas
from okx_secret_scan.sources import Share
from okx_secret_scan.sources.mapped import Mapped


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
            passes = suspect or could_match(item.data, item.path)
            if isinstance(item, Mapped):
                if not passes and not comments:
                    outcome.files += 1
                    outcome.bytes += len(item.data)
                    continue
                item = item.blob()
            count(outcome, item)
            found: Sequence[Finding] = ()
            if passes:
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
