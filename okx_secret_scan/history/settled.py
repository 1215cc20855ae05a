"""Tells when there is nothing left to judge: an earlier sweep did, and what came since touches no suspect.

To find the places of suspects takes a look at every commit. Most sweeps after the first one need none.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from okx_secret_scan.git.changes import all_changes
from okx_secret_scan.git.commits import read_nodes
from okx_secret_scan.git.inventory import Objects
from okx_secret_scan.git.refs import index_files, list_refs
from okx_secret_scan.git.repository import Repository, shallow_boundary
from okx_secret_scan.history.cache import Cache, Kind, place_key, settled_key
from okx_secret_scan.model import Source

# Commits that came since; where there are more, the look at every commit costs little more.
_FEW = 2000


def is_settled(
    repository: Repository, objects: Objects, wanted: AbstractSet[str], prefix: str, cache: Cache
) -> bool:
    """Return True only if there is nothing to tell of `wanted`, suspects and links that lead nowhere.

    `objects` are all of the repository; all paths are given `prefix`.
    """
    commits = _commits(objects)
    placed = {oid for oid in commits if cache.has(Kind.PLACED, oid)}
    known = cache.has(Kind.SETTLED, settled_key(repository.common_dir, prefix, placed, _packed(wanted)))
    if not known or len(commits) - len(placed) > _FEW or _has_own_ways(repository, commits):
        return False
    staged = (
        place_key(bytes.fromhex(oid), Source.FILE, prefix + path)
        for _, oid, path in index_files(repository)
        if oid in wanted
    )
    if not all(cache.has(Kind.JUDGED, place) for place in staged):
        return False
    found = all_changes(read_nodes([oid.hex() for oid in commits - placed], repository.root), repository)
    return not found.unreadable and all(change.new not in wanted for change in found.changes)


def remember_settled(
    repository: Repository, objects: Objects, wanted: AbstractSet[str], prefix: str, cache: Cache
) -> None:
    """Note in `cache` that there is nothing to tell of `wanted`, at no place of them."""
    commits = _commits(objects)
    key = settled_key(repository.common_dir, prefix, commits, _packed(wanted))
    if not cache.has(Kind.SETTLED, key) and not _has_own_ways(repository, commits):
        cache.add(Kind.PLACED, commits)
        cache.add(Kind.SETTLED, [key])


def _commits(objects: Objects) -> set[bytes]:
    return {objects.oid(row) for row in objects.rows("commit")}


def _packed(oids: Iterable[str]) -> list[bytes]:
    return [bytes.fromhex(oid) for oid in oids]


def _has_own_ways(repository: Repository, commits: set[bytes]) -> bool:
    """Return whether more than the commits' changes and the indexes says where files stand.

    Refs name files without a commit, notes are no files, and the first commits of a shallow clone change.
    """
    return bool(shallow_boundary(repository)) or any(
        ref.name.startswith("refs/notes/") or bytes.fromhex(ref.peeled) not in commits
        for ref in list_refs(repository)
    )
