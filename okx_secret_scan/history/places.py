"""Where in a repository blobs stand: their paths, and the changes that put them there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from okx_secret_scan.git.changes import Change, find_changes
from okx_secret_scan.git.commits import read_annotated
from okx_secret_scan.git.graph import Graph
from okx_secret_scan.git.inventory import list_all
from okx_secret_scan.git.refs import head, index_paths, list_refs
from okx_secret_scan.git.repository import Repository
from okx_secret_scan.history.attribution import History
from okx_secret_scan.model import Gap, Source
from okx_secret_scan.sources.history import Place

_NOTES = "refs/notes/"


@dataclass(frozen=True, slots=True)
class Located:
    """The places of blobs, by id, the history that tells them, and what could not be told."""

    places: Mapping[str, tuple[Place, ...]]
    history: History
    gaps: tuple[Gap, ...] = ()


NOTHING = Located({}, History(Graph({}, (), None), {}, {}))
"""What there is to tell where nothing was found."""


def locate(oids: AbstractSet[str], repository: Repository, *, jobs: int = 1) -> Located:
    """Find the places of the blobs among `oids` in one pass over all commits, reachable or not."""
    entries = list_all(repository.root).entries
    commits = read_annotated((entry.oid for entry in entries if entry.type == "commit"), repository.root)
    tags = read_annotated((entry.oid for entry in entries if entry.type == "tag"), repository.root)
    graph = Graph(commits, list_refs(repository), head(repository))
    found = find_changes(commits, oids, repository, jobs=jobs)
    by_path: defaultdict[str, list[Change]] = defaultdict(list)
    for change in found.changes:
        by_path[change.path].append(change)
    gaps = []
    if found.unreadable:
        gaps.append(
            Gap(f"the files of {found.unreadable} commits cannot be listed: findings may lack their commits")
        )
    return Located(
        _places(found.changes, index_paths(repository), oids, graph),
        History(graph, by_path, tags),
        tuple(gaps),
    )


def _places(
    changes: Iterable[Change], staged: Iterable[tuple[str, str, str]], oids: AbstractSet[str], graph: Graph
) -> dict[str, tuple[Place, ...]]:
    places: defaultdict[str, dict[Place, None]] = defaultdict(dict)
    for change in sorted(changes, key=lambda change: graph.position.get(change.commit, 0)):
        if change.new in oids:
            note = _is_note(change.commit, graph)
            place = Place(Source.NOTE, None) if note else Place(Source.FILE, change.path)
            places[change.new][place] = None
    for _, oid, path in staged:
        if oid in oids:
            places[oid][Place(Source.FILE, path)] = None
    return {oid: tuple(found) for oid, found in places.items()}


def _is_note(commit: str, graph: Graph) -> bool:
    refs = graph.refs_reaching([commit])
    return bool(refs) and all(ref.name.startswith(_NOTES) for ref in refs)
