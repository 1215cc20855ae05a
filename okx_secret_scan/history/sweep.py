"""A sweep of one repository, from its objects to a verdict."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from okx_secret_scan import scan
from okx_secret_scan.git.inventory import Entry
from okx_secret_scan.git.refs import list_refs
from okx_secret_scan.git.repository import Repository
from okx_secret_scan.history.attribution import attribute
from okx_secret_scan.history.merge import merge
from okx_secret_scan.history.places import NOTHING, locate
from okx_secret_scan.history.scope import Scope, inventory
from okx_secret_scan.history.search import Suspects, is_suspect, search
from okx_secret_scan.history.submodules import find_submodules
from okx_secret_scan.model import Blob, Gap, ScanResult
from okx_secret_scan.sources import Share
from okx_secret_scan.sources.history import ObjectShare, Place, cut
from okx_secret_scan.sources.history_names import TextShare, ref_names, reflog_messages

_SUSPECTS_PER_SHARE = 100


def sweep(
    repository: Repository,
    scope: Scope,
    *,
    policy: scan.Policy,
    jobs: int = 1,
    progress: scan.Progress | None = None,
) -> ScanResult:
    """Scan what `repository` and its submodules hold within `scope` and tell the story of each finding.

    Raises `UserError` for what the user must mend.
    """
    return merge(list(_sweep_all(repository, scope, policy, jobs, progress or scan.Silence())))


def _sweep_all(
    repository: Repository,
    scope: Scope,
    policy: scan.Policy,
    jobs: int,
    progress: scan.Progress,
    prefix: str = "",
) -> Iterator[ScanResult]:
    """Yield the result of `repository`, then those of its submodules; paths are given `prefix`."""
    result = _sweep_one(repository, scope, policy, jobs, progress, prefix)
    # A revision means nothing in another repository.
    submodules, gaps = ([], []) if scope.narrow or not scope.submodules else find_submodules(repository)
    absent = [replace(gap, path=f"{prefix}{gap.path}") for gap in gaps]
    yield replace(result, gaps=(*result.gaps, *_counting(absent, policy)))
    for submodule in submodules:
        yield from _sweep_all(
            submodule.repository, scope, policy, jobs, progress, f"{prefix}{submodule.path}/"
        )


def _sweep_one(
    repository: Repository,
    scope: Scope,
    policy: scan.Policy,
    jobs: int,
    progress: scan.Progress,
    prefix: str,
) -> ScanResult:
    begin = time.perf_counter()
    with inventory(repository, scope) as found:
        shares = [
            ObjectShare(repository.root, repository.common_dir, oids) for oids in cut(found.entries, jobs)
        ]
        outcomes = search(shares, jobs, progress)
        text_gaps, texts = _suspicious_texts(repository, scope)
    gaps = [*found.gaps, *_gaps(outcomes), *text_gaps]
    suspects = [oid for outcome in outcomes if outcome is not None for oid in outcome.oids]
    wanted = {*suspects, *(gap.oid for gap in gaps if gap.oid is not None)}
    located = locate(wanted, repository, jobs=jobs, prefix=prefix) if wanted or texts else NOTHING
    result = scan.run(
        "history",
        [*_placed(repository, suspects, located.places), TextShare(tuple(texts))],
        policy=policy,
        jobs=jobs,
        locate=lambda findings: attribute(findings, located.history),
    )
    all_gaps = [*_with_paths(gaps, located.places), *located.gaps, *result.gaps]
    return replace(
        result,
        gaps=tuple(_counting(dict.fromkeys(all_gaps), policy)),
        summary=replace(
            result.summary,
            files=0,
            blobs=_count(found.entries, "blob"),
            commits=_count(found.entries, "commit"),
            bytes=sum(outcome.bytes for outcome in outcomes if outcome is not None),
            seconds=time.perf_counter() - begin,
        ),
    )


def _counting(gaps: Iterable[Gap], policy: scan.Policy) -> list[Gap]:
    return [gap for gap in gaps if gap.path is None or policy.excludes(gap.path) is None]


def _suspicious_texts(repository: Repository, scope: Scope) -> tuple[list[Gap], list[Blob]]:
    """Return the ref names and reflog messages that could hold a value; only names if refs were chosen."""
    ends = tuple(f"/{ref}" for ref in scope.refs) or ""
    chosen = [ref for ref in list_refs(repository) if f"/{ref.name}".endswith(ends)]
    items = [*ref_names(chosen), *([] if scope.refs else reflog_messages(repository))]
    gaps = [item for item in items if isinstance(item, Gap)]
    return gaps, [item for item in items if isinstance(item, Blob) and is_suspect(item)]


def _gaps(outcomes: Iterable[Suspects | None]) -> Iterator[Gap]:
    for outcome in outcomes:
        yield from [scan.LOST] if outcome is None else outcome.gaps


def _placed(
    repository: Repository, suspects: Sequence[str], places: Mapping[str, tuple[Place, ...]]
) -> Iterator[Share]:
    for at in range(0, len(suspects), _SUSPECTS_PER_SHARE):
        oids = tuple(suspects[at : at + _SUSPECTS_PER_SHARE])
        known = {oid: places[oid] for oid in oids if oid in places}
        yield ObjectShare(repository.root, repository.common_dir, oids, known)


def _with_paths(gaps: Iterable[Gap], places: Mapping[str, tuple[Place, ...]]) -> Iterator[Gap]:
    for gap in gaps:
        place = next(iter(places.get(gap.oid or "", ())), None)
        yield gap if place is None or gap.path is not None else replace(gap, path=place.path)


def _count(entries: Iterable[Entry], kind: str) -> int:
    return sum(entry.type == kind for entry in entries)
