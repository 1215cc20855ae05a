"""Tells when there is nothing left to judge: an earlier sweep did, and what came since touches no suspect.

To find the places of suspects takes a look at every commit. Most sweeps after the first one need none.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from okx_secret_scan.git.changes import all_changes
from okx_secret_scan.git.commits import read_nodes
from okx_secret_scan.git.refs import Ref
from okx_secret_scan.git.repository import Repository, shallow_boundary
from okx_secret_scan.git.trees import TreeFile
from okx_secret_scan.history.cache import Cache, Kind, place_key, settled_key
from okx_secret_scan.model import Source

# Commits that came since; where there are more, the look at every commit costs little more.
_FEW = 2000


class State(NamedTuple):
    """What places depend on: a repository, its commits, refs and indexes, and the prefix of its paths."""

    repository: Repository
    commits: frozenset[bytes]
    refs: Sequence[Ref]
    staged: Sequence[TreeFile]
    prefix: str


def is_settled(state: State, wanted: AbstractSet[str], cache: Cache) -> bool:
    """Return True only if there is nothing to tell of the objects `wanted`."""
    placed = {oid for oid in state.commits if cache.has(Kind.PLACED, oid)}
    added = state.commits - placed
    if not cache.has(Kind.SETTLED, _key(state, placed, wanted)) or len(added) > _FEW or _has_own_ways(state):
        return False
    nodes = read_nodes([oid.hex() for oid in added], state.repository.root)
    found = all_changes(nodes, state.repository)
    return not found.unreadable and all(change.new not in wanted for change in found.changes)


def remember_settled(state: State, wanted: AbstractSet[str], cache: Cache) -> None:
    """Note in `cache` that there is nothing to tell of `wanted`, at no place of them."""
    key = _key(state, state.commits, wanted)
    if not cache.has(Kind.SETTLED, key) and not _has_own_ways(state):
        cache.add(Kind.PLACED, state.commits)
        cache.add(Kind.SETTLED, [key])


def _key(state: State, commits: Iterable[bytes], wanted: AbstractSet[str]) -> bytes:
    staged = (
        place_key(bytes.fromhex(oid), Source.FILE, path) for _, oid, path in state.staged if oid in wanted
    )
    whose = os.fsencode(state.repository.common_dir), os.fsencode(state.prefix)
    return settled_key(whose, commits, map(bytes.fromhex, wanted), staged)


def _has_own_ways(state: State) -> bool:
    """Return whether more than the commits' changes and the indexes says where files stand.

    Refs name files without a commit, notes are no files, and the first commits of a shallow clone change.
    """
    return bool(shallow_boundary(state.repository)) or any(
        ref.name.startswith("refs/notes/") or bytes.fromhex(ref.peeled) not in state.commits
        for ref in state.refs
    )
