"""Where in a repository blobs stand: their paths, and the changes that put them there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import partial

from okx_secret_scan.git.changes import Change, find_changes
from okx_secret_scan.git.command import GitError
from okx_secret_scan.git.commits import Node, read_annotated, read_nodes
from okx_secret_scan.git.graph import Graph
from okx_secret_scan.git.inventory import Objects, borrowed
from okx_secret_scan.git.refs import Ref, head, index_files, list_refs, logged_ids
from okx_secret_scan.git.repository import Repository
from okx_secret_scan.git.trees import list_tree
from okx_secret_scan.history.attribution import History, NamedFile
from okx_secret_scan.model import Gap, Source
from okx_secret_scan.sources.history import Place

_NOTES = "refs/notes/"
_STASH = ("logs", "refs", "stash")
# What git stash calls the commit of the index that it makes beside that of the work tree.
_STASHED_INDEX = "index on "


@dataclass(frozen=True, slots=True)
class Located:
    """The places of blobs, by id, the history that tells them, and what could not be told."""

    places: Mapping[str, tuple[Place, ...]]
    history: History
    gaps: tuple[Gap, ...] = ()


NOTHING = Located({}, History(Graph({}, (), None), {}, {}, (), lambda _: {}))
"""What there is to tell where nothing was found."""


def locate(
    oids: AbstractSet[str],
    objects: Objects,
    repository: Repository,
    *,
    jobs: int = 1,
    prefix: str = "",
) -> Located:
    """Find the places of the blobs among `oids` in one pass over all commits of `objects`.

    All paths are given `prefix`.
    """
    commits = read_nodes((objects.oid(row).hex() for row in objects.rows("commit")), repository.root)
    tags = read_annotated((objects.oid(row).hex() for row in objects.rows("tag")), repository.root)
    graph = Graph(commits, list_refs(repository), head(repository))
    found = find_changes(commits, oids, repository, jobs=jobs)
    changes = found.changes
    if prefix:
        changes = [replace(change, path=prefix + change.path) for change in changes]
    named = [file for ref in graph.refs for file in _named_directly(ref, commits, oids, repository, prefix)]
    staged = [(oid, prefix + path) for _, oid, path in index_files(repository) if oid in oids]
    by_path: defaultdict[str, list[Change]] = defaultdict(list)
    for change in changes:
        by_path[change.path].append(change)
    gaps = []
    if found.unreadable:
        gaps.append(
            Gap(f"commits whose files cannot be listed: {found.unreadable}; findings may lack their commits")
        )
    logged = logged_ids(repository)
    history = History(
        graph=graph,
        changes=by_path,
        tags=tags,
        named=named,
        read=partial(read_annotated, repository=repository.root),
        stashes=_stashes(commits, repository),
        stashed=graph.reached_from(
            oid for log, ids in logged.items() if log.parts[-len(_STASH) :] == _STASH for oid in ids
        ),
        logged=graph.reached_from(oid for ids in logged.values() for oid in ids),
        staged={oid for oid, _ in staged},
        borrowed=partial(borrowed, repository=repository),
    )
    places = _places(changes, [*staged, *((file.oid, file.path) for file in named)], oids, graph)
    return Located(places, history, tuple(gaps))


def _stashes(commits: Mapping[str, Node], repository: Repository) -> set[str]:
    """Return the commits that git stash made, dropped ones, too: merges of their parent with its index."""
    indexes = {
        oid: node.parents[1]
        for oid, node in commits.items()
        if len(node.parents) > 1
        and (index := commits.get(node.parents[1])) is not None
        and index.parents == node.parents[:1]
    }
    read = read_annotated(set(indexes.values()), repository.root)
    return {
        oid
        for oid, index in indexes.items()
        if index in read and read[index].subject.startswith(_STASHED_INDEX)
    }


def _named_directly(
    ref: Ref, commits: Container[str], oids: AbstractSet[str], repository: Repository, prefix: str
) -> list[NamedFile]:
    """Return the files that a ref holds without a commit: it may name a blob or a tree."""
    if ref.peeled in commits:
        return []
    if ref.peeled in oids:
        return [NamedFile(ref, ref.peeled, None)]
    try:
        files = list_tree(ref.peeled, repository.root)
    except GitError:
        return []
    return [NamedFile(ref, oid, prefix + path) for _, oid, path in files if oid in oids]


def _places(
    changes: Iterable[Change],
    files: Iterable[tuple[str, str | None]],
    oids: AbstractSet[str],
    graph: Graph,
) -> dict[str, tuple[Place, ...]]:
    places: defaultdict[str, dict[Place, None]] = defaultdict(dict)
    notes = graph.only_below(_NOTES)
    for change in sorted(changes, key=lambda change: graph.position.get(change.commit, 0)):
        if change.new in oids:
            place = Place(Source.NOTE, None) if change.commit in notes else Place(Source.FILE, change.path)
            places[change.new][place] = None
    for oid, path in files:
        places[oid][Place(Source.FILE, path)] = None
    return {oid: tuple(found) for oid, found in places.items()}
