"""A sweep of a repository, from its objects to a verdict."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TypeVar

from okx_secret_scan import detector, scan
from okx_secret_scan.git.inventory import Objects, list_all, unpack
from okx_secret_scan.git.refs import list_refs
from okx_secret_scan.git.repository import Repository
from okx_secret_scan.history.attribution import attribute
from okx_secret_scan.history.cache import Cache, Kind
from okx_secret_scan.history.judge import Judged, judge_share, unjudged
from okx_secret_scan.history.merge import merge
from okx_secret_scan.history.places import NOTHING, locate
from okx_secret_scan.history.scope import Inventory, Scope, inventory
from okx_secret_scan.history.search import Searched, search_share
from okx_secret_scan.history.submodules import find_submodules
from okx_secret_scan.history.telling import telling_blobs
from okx_secret_scan.masking import hide_in_gap
from okx_secret_scan.model import NOTHING_ADDED, Blob, Gap, ScanResult, Vocabulary
from okx_secret_scan.sources.history import ObjectShare, PackedShare, Place, cut
from okx_secret_scan.sources.history_names import TextShare, names_of, ref_names, reflog_messages

# In less content than this, in bytes, the gate alone is as fast as it is with an engine.
_LARGE = 32_000_000
_Share = TypeVar("_Share", ObjectShare, PackedShare)
_Outcome = TypeVar("_Outcome", bound=scan.Outcome)


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
    result = _sweep_one(repository, scope, means, prefix)
    # A revision means nothing in another repository.
    submodules, gaps = ([], []) if scope.narrow or not scope.submodules else find_submodules(repository)
    absent = [replace(gap, path=f"{prefix}{gap.path}") for gap in gaps]
    yield replace(result, gaps=(*result.gaps, *_counting(absent, means.policy)))
    for submodule in submodules:
        yield from _sweep_all(submodule.repository, scope, means, f"{prefix}{submodule.path}/")


def _sweep_one(repository: Repository, scope: Scope, means: Means, prefix: str) -> ScanResult:
    begin = time.perf_counter()
    with inventory(repository, scope) as found:
        unknown = _unknown(repository, found.objects, means)
        known = len(found.objects) - sum(map(len, unknown))
        searched = _search(unknown, means, large=sum(found.objects.sizes) > _LARGE)
        suspects = _suspects(repository, found, means, prefix)
        text_gaps, texts = _suspicious_texts(repository, scope, means.vocabulary)
    gaps = [*found.gaps, *_gaps(searched), *text_gaps]
    wanted = {*suspects, *(gap.oid for gap in gaps if gap.oid is not None)}
    located = NOTHING
    if wanted or texts:
        # What is outside of a narrow scope is part of the story, too.
        objects = found.objects if scope.everything else list_all(repository.root).objects
        located = locate(wanted, objects, repository, jobs=means.jobs, prefix=prefix)
    judged = _judge(repository, suspects, located.places, means)
    names = names_of((gap.oid for gap in gaps), located.places)
    in_texts = scan.read_share(-1, TextShare((*texts, *names)), vocabulary=means.vocabulary)
    result = scan.conclude(
        "history",
        [*(outcome for outcome in judged if outcome), in_texts],
        policy=means.policy,
        locate=lambda findings: attribute(findings, located.history),
    )
    hide = scan.hider_of((*result.findings, *result.suppressed))
    all_gaps = [*_with_paths([*gaps, *_gaps(judged)], located.places), *located.gaps, *result.gaps]
    return replace(
        result,
        gaps=tuple(
            hide_in_gap(gap, hide)
            for gap in sorted(_counting(dict.fromkeys(all_gaps), means.policy), key=_order)
        ),
        summary=replace(
            result.summary,
            files=0,
            blobs=found.objects.count("blob"),
            commits=found.objects.count("commit"),
            bytes=sum(outcome.bytes for outcome in searched if outcome is not None),
            known=known,
            seconds=time.perf_counter() - begin,
        ),
    )


def _unknown(repository: Repository, objects: Objects, means: Means) -> list[PackedShare]:
    """Return the objects that the cache does not know, cut into shares."""
    return [
        PackedShare(repository.root, repository.common_dir, oids, objects.oid_size)
        for oids in cut(objects, means.cache.knows, means.jobs)
    ]


def _search(shares: Sequence[PackedShare], means: Means, *, large: bool) -> list[Searched | None]:
    """Tell the clean objects from those that may not be, and remember both."""
    cache = means.cache

    def remember(outcome: Searched) -> None:
        cache.add(Kind.CLEAN, outcome.clean)
        cache.add(Kind.SUSPECT, outcome.suspects)
        outcome.clean.clear()

    search = partial(search_share, vocabulary=means.vocabulary, large=large)
    return _read(search, shares, means, remember)


def _suspects(repository: Repository, found: Inventory, means: Means, prefix: str) -> list[str]:
    """Return the objects to judge: those whose content makes them suspect, and blobs with a telling path.

    Adds the trees that are damaged to the gaps of `found`.
    """
    objects, cache = found.objects, means.cache
    telling, gaps = telling_blobs(unpack(found.trees, objects.oid_size), repository.root, cache, means.jobs)
    found.gaps.extend(gaps)
    all_tell = detector.could_match(b"", prefix)
    oids = unpack(objects.oids, objects.oid_size)
    return [oid.hex() for oid in oids if all_tell or oid in telling or cache.has(Kind.SUSPECT, oid)]


def _judge(
    repository: Repository, suspects: Sequence[str], places: Mapping[str, tuple[Place, ...]], means: Means
) -> list[Judged | None]:
    shares = list(
        unjudged(suspects, places, ObjectShare(repository.root, repository.common_dir, ()), means.cache)
    )
    judge = partial(judge_share, vocabulary=means.vocabulary)
    return _read(judge, shares, means, lambda outcome: means.cache.add(Kind.JUDGED, outcome.clean))


def _read(
    task: Callable[[int, _Share], _Outcome],
    shares: Sequence[_Share],
    means: Means,
    remember: Callable[[_Outcome], None],
) -> list[_Outcome | None]:
    means.progress.started(len(shares))

    def done(outcome: _Outcome) -> None:
        remember(outcome)
        means.progress.advanced(outcome)

    try:
        return scan.read_all(task, shares, means.jobs, done)
    finally:
        means.progress.finished()


def _suspicious_texts(
    repository: Repository, scope: Scope, vocabulary: Vocabulary
) -> tuple[list[Gap], list[Blob]]:
    """Return the ref names and reflog messages that could hold a value; only names if refs were chosen."""
    ends = tuple(f"/{ref}" for ref in scope.refs) or ""
    chosen = [ref for ref in list_refs(repository) if f"/{ref.name}".endswith(ends)]
    items = [*ref_names(chosen), *([] if scope.refs else reflog_messages(repository))]
    gaps = [item for item in items if isinstance(item, Gap)]
    blobs = [item for item in items if isinstance(item, Blob)]
    return gaps, [blob for blob in blobs if detector.could_match(blob.data, words=vocabulary.words)]


def _gaps(outcomes: Iterable[scan.Outcome | None]) -> Iterator[Gap]:
    for outcome in outcomes:
        yield from [scan.LOST] if outcome is None else outcome.gaps


def _with_paths(gaps: Iterable[Gap], places: Mapping[str, tuple[Place, ...]]) -> Iterator[Gap]:
    for gap in gaps:
        place = next(iter(places.get(gap.oid or "", ())), None)
        yield gap if place is None or gap.path is not None else replace(gap, path=place.path)


def _order(gap: Gap) -> tuple[str, str, str]:
    """Sort gaps of the whole repository first; objects lie on disk in an order that repacking changes."""
    return gap.path or "", gap.oid or "", gap.message


def _counting(gaps: Iterable[Gap], policy: scan.Policy) -> list[Gap]:
    return [gap for gap in gaps if gap.path is None or policy.excludes(gap.path) is None]
