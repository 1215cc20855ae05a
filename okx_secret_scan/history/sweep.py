"""A sweep of a repository, from its objects to a verdict."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TypeVar

from okx_secret_scan import detector, scan
from okx_secret_scan.detector import gate, screen
from okx_secret_scan.git.inventory import Objects, list_all, unpack
from okx_secret_scan.git.refs import Ref, index_files, list_refs
from okx_secret_scan.git.repository import Repository
from okx_secret_scan.history.attribution import attribute
from okx_secret_scan.history.cache import Cache, Kind
from okx_secret_scan.history.judge import Judged, judge_share, unjudged
from okx_secret_scan.history.merge import merge
from okx_secret_scan.history.places import NOTHING, locate
from okx_secret_scan.history.scope import Scope, inventory
from okx_secret_scan.history.search import Searched, search_share
from okx_secret_scan.history.settled import State, is_settled, remember_settled
from okx_secret_scan.history.submodules import (
    NO_SUBMODULES,
    Submodules,
    find_submodules,
    lost_links,
    lost_submodules,
)
from okx_secret_scan.history.telling import Told, read_names
from okx_secret_scan.masking import hide_in_gap
from okx_secret_scan.model import NOTHING_ADDED, Blob, Gap, ScanResult, Vocabulary
from okx_secret_scan.shares import Outcome, read_share
from okx_secret_scan.sources.history import ObjectShare, PackedShare, Place, cut
from okx_secret_scan.sources.history_names import TextShare, names_of, ref_names, reflog_messages

_Share = TypeVar("_Share", ObjectShare, PackedShare)
_Outcome = TypeVar("_Outcome", bound=Outcome)


@dataclass(frozen=True)
class Means:
    """What sweeps work with: who judges findings, how many processes read, who hears of it, what is known.

    `vocabulary` is what the detector shall know beyond its own; `cache` must be one for this vocabulary.
    """

    policy: scan.Policy
    jobs: int = 1
    progress: scan.Progress = field(default_factory=scan.Silence)
    cache: Cache = field(default_factory=lambda: Cache(None))
    vocabulary: Vocabulary = NOTHING_ADDED


def sweep(repository: Repository, scope: Scope, means: Means) -> ScanResult:
    """Scan what `repository` and its submodules hold within `scope` and tell the story of each finding.

    Raises `UserError` for what the user must mend.
    """
    try:
        result = merge(list(_sweep_all(repository, scope, means)))
    finally:
        means.cache.flush()
    return replace(result, notices=(*result.notices, *means.cache.notices))


def _sweep_all(repository: Repository, scope: Scope, means: Means, prefix: str = "") -> Iterator[ScanResult]:
    """Yield the result of `repository`, then those of its submodules; paths are given `prefix`."""
    # A revision means nothing in another repository.
    wanted = scope.submodules and not scope.narrow
    submodules = find_submodules(repository, prefix) if wanted else NO_SUBMODULES
    yield _sweep_one(repository, scope, means, prefix, submodules)
    for submodule in submodules.found:
        yield from _sweep_all(submodule.repository, scope, means, f"{submodule.path}/")


def _sweep_one(
    repository: Repository, scope: Scope, means: Means, prefix: str, submodules: Submodules
) -> ScanResult:
    begin = time.perf_counter()
    with inventory(repository, scope) as found:
        unknown = _unknown(repository, found.objects, means)
        if len(unknown) > 1:
            _load(means.vocabulary)
        known = len(found.objects) - sum(map(len, unknown))
        searched = _search(unknown, means)
        trees = unpack(found.trees, found.objects.oid_size)
        staged = index_files(repository)
        told = read_names(trees, staged, repository.root, means.cache, means.jobs)
        suspects = _suspects(found.objects, told, means.cache, prefix)
        refs = list_refs(repository)
        text_gaps, texts = _suspicious_texts(repository, refs, scope, means.vocabulary)
    lost = lost_links(told.links, submodules)
    gaps = [*found.gaps, *told.gaps, *_gaps(searched), *text_gaps, *submodules.gaps]
    # All there is to read of these is what they are called.
    unread = {gap.oid for gap in gaps if gap.oid is not None} | lost | _hex(told.links & told.telling)
    located = NOTHING
    wanted = unread.union(suspects)
    # Whether a link that leads nowhere is an error depends on the submodules.
    complete = scope.everything and not gaps and not lost and means.cache.lasts
    state = State(repository, found.objects.ids("commit"), refs, staged, prefix)
    settled = complete and not texts and is_settled(state, wanted, means.cache)
    if not settled and (wanted or texts):
        # What is outside of a narrow scope is part of the story, too.
        objects = found.objects if scope.everything else list_all(repository.root).objects
        located = locate(wanted, objects, repository, jobs=means.jobs, prefix=prefix)
    judged = [] if settled else _judge(repository, suspects, located.places, means)
    names = names_of(unread, located.places)
    in_texts = read_share(-1, TextShare((*texts, *names)), vocabulary=means.vocabulary)
    result = scan.conclude(
        "history",
        [*(outcome for outcome in judged if outcome), in_texts],
        policy=means.policy,
        locate=lambda findings: attribute(findings, located.history),
    )
    gaps += [*_gaps(judged), *lost_submodules(lost, located.places, submodules)]
    if complete and not (gaps or located.gaps) and _all_clean([*judged, in_texts]):
        remember_settled(state, wanted, means.cache)
    summary = replace(
        result.summary,
        files=0,
        blobs=found.objects.count("blob"),
        commits=found.objects.count("commit"),
        bytes=sum(outcome.bytes for outcome in searched if outcome is not None),
        known=known,
        seconds=time.perf_counter() - begin,
    )
    every = (*_with_paths(gaps, located.places, means.policy), *located.gaps, *result.gaps)
    return _with_gaps(replace(result, summary=summary), every, means.policy)


def _load(vocabulary: Vocabulary) -> None:
    """Make the patterns and load the detector: here once, instead of in each process."""
    screen.fast_gate(vocabulary.words)
    detector.could_hold(Blob(b"okx"), vocabulary)


def _with_gaps(result: ScanResult, gaps: Iterable[Gap], policy: scan.Policy) -> ScanResult:
    """Return `result` with `gaps` in place of its own, each of them once."""
    counting, excused = scan.shared_out(dict.fromkeys(gaps), policy)
    hide = scan.hider_of((*result.findings, *result.suppressed))
    return replace(
        result,
        gaps=tuple(hide_in_gap(gap, hide) for gap in sorted(counting, key=_order)),
        excused=tuple(hide_in_gap(gap, hide) for gap in sorted(excused, key=_order)),
    )


def _unknown(repository: Repository, objects: Objects, means: Means) -> list[PackedShare]:
    """Return the objects that the cache does not know, cut into shares."""
    return [
        PackedShare(repository.root, repository.common_dir, oids, objects.oid_size)
        for oids in cut(objects, means.cache.knows, means.jobs)
    ]


def _search(shares: Sequence[PackedShare], means: Means) -> list[Searched | None]:
    """Tell the clean objects from those that may not be, and remember both."""
    cache = means.cache

    def remember(outcome: Searched) -> None:
        cache.add(Kind.CLEAN, outcome.clean)
        cache.add(Kind.SUSPECT, outcome.suspects)
        outcome.clean.clear()

    search = partial(search_share, vocabulary=means.vocabulary)
    return _read("searching", search, shares, means, remember)


def _suspects(objects: Objects, told: Told, cache: Cache, prefix: str) -> list[str]:
    """Return the objects to judge: those whose content makes them suspect, and blobs with a telling path."""
    all_tell = gate.tells(prefix)
    oids = unpack(objects.oids, objects.oid_size)
    return [oid.hex() for oid in oids if all_tell or oid in told.telling or cache.has(Kind.SUSPECT, oid)]


def _hex(oids: Iterable[bytes]) -> set[str]:
    return {oid.hex() for oid in oids}


def _judge(
    repository: Repository, suspects: Sequence[str], places: Mapping[str, tuple[Place, ...]], means: Means
) -> list[Judged | None]:
    shares = list(
        unjudged(suspects, places, ObjectShare(repository.root, repository.common_dir, ()), means.cache)
    )
    judge = partial(judge_share, vocabulary=means.vocabulary)
    return _read("judging", judge, shares, means, lambda outcome: means.cache.add(Kind.JUDGED, outcome.clean))


def _read(
    doing: str,
    task: Callable[[int, _Share], _Outcome],
    shares: Sequence[_Share],
    means: Means,
    remember: Callable[[_Outcome], None],
) -> list[_Outcome | None]:
    means.progress.started(len(shares), doing)

    def done(outcome: _Outcome) -> None:
        remember(outcome)
        means.progress.advanced(outcome)

    try:
        return scan.read_all(task, shares, means.jobs, done)
    finally:
        means.progress.finished()


def _suspicious_texts(
    repository: Repository, refs: Sequence[Ref], scope: Scope, vocabulary: Vocabulary
) -> tuple[list[Gap], list[Blob]]:
    """Return the ref names and reflog messages that could hold a value; only names if refs were chosen."""
    ends = tuple(f"/{ref}" for ref in scope.refs) or ""
    chosen = [ref for ref in refs if f"/{ref.name}".endswith(ends)]
    items = [*ref_names(chosen), *([] if scope.refs else reflog_messages(repository))]
    gaps = [item for item in items if isinstance(item, Gap)]
    blobs = [item for item in items if isinstance(item, Blob)]
    return gaps, [blob for blob in blobs if detector.could_match(blob.data, words=vocabulary.words)]


def _all_clean(outcomes: Iterable[Outcome | None]) -> bool:
    """Return whether nothing was found and nothing left out, whatever a policy makes of it."""
    return not any(outcome is None or outcome.findings or outcome.gaps for outcome in outcomes)


def _gaps(outcomes: Iterable[Outcome | None]) -> Iterator[Gap]:
    for outcome in outcomes:
        yield from [scan.LOST] if outcome is None else outcome.gaps


def _with_paths(
    gaps: Iterable[Gap], places: Mapping[str, tuple[Place, ...]], policy: scan.Policy
) -> Iterator[Gap]:
    """Yield `gaps` with a path at which their object has stood: one that counts, if there is any."""
    for gap in gaps:
        paths = [place.path for place in places.get(gap.oid or "", ()) if place.path is not None]
        if gap.path is not None or not paths:
            yield gap
        else:
            counting = (path for path in paths if policy.excludes(path) is None)
            yield replace(gap, path=next(counting, paths[0]))


def _order(gap: Gap) -> tuple[str, str, str]:
    """Sort gaps of the whole repository first; objects lie on disk in an order that repacking changes."""
    return gap.path or "", gap.oid or "", gap.message
