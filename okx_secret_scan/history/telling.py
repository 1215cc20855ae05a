"""Blobs whose path alone speaks for OKX or holds a set, wherever in history they have such a path.

Path names are evidence, but a blob may have many and git tells one. The names are in the trees, and each tree
needs to be read only once.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from okx_secret_scan import scan
from okx_secret_scan.detector.gate import has_key, has_secret, has_word
from okx_secret_scan.git.inventory import unpack
from okx_secret_scan.git.objects import GitObject, read_objects
from okx_secret_scan.git.trees import TreeFile, parse_tree
from okx_secret_scan.history.cache import Cache, Kind
from okx_secret_scan.model import Gap

_FOLDER = "40000"
_SUBMODULE = "160000"
_TREES_PER_SHARE = 20_000


@dataclass(frozen=True)
class _Trees:
    repository: Path
    oids: bytes
    oid_size: int


class _Names(NamedTuple):
    """Telling entries of trees, without their names, and the ids of trees: those read and those damaged."""

    telling: list[TreeFile]
    read: list[bytes]
    damaged: list[str]


def telling_blobs(
    trees: Iterable[bytes], repository: Path, cache: Cache, jobs: int
) -> tuple[set[bytes], list[Gap]]:
    """Return the ids of blobs that have a telling name, or lie in a folder that has one, in any of `trees`.

    Only trees that `cache` does not know are read. Gaps stand for what is no tree, whatever git says.
    """
    unknown = (oid for oid in trees if not cache.has(Kind.TREE, oid))
    shares = []
    while some := tuple(islice(unknown, _TREES_PER_SHARE)):
        shares.append(_Trees(repository, b"".join(some), len(some[0])))
    found = scan.read_all(_read_names, shares, jobs, lambda _: None)
    named = {file for names in found if names is not None for file in names.telling}
    blobs = {file.oid for file in named if file.mode not in (_FOLDER, _SUBMODULE)}
    blobs |= _blobs_below({file.oid for file in named if file.mode == _FOLDER}, repository)
    cache.add(Kind.TELLING, map(bytes.fromhex, blobs))
    # Only now: after an interruption before this line, the trees have to be read again.
    cache.add(Kind.TREE, (oid for names in found if names is not None for oid in names.read))
    gaps = [Gap("the object is damaged", oid=oid) for names in found if names for oid in names.damaged]
    return set(cache.items(Kind.TELLING)), gaps


def _read_names(_number: int, trees: _Trees) -> _Names:
    telling: dict[TreeFile, None] = {}
    read = []
    damaged = []
    for found in _read([oid.hex() for oid in unpack(trees.oids, trees.oid_size)], trees.repository):
        # One bit makes a file a folder, and nobody would look for values there.
        if not found.intact:
            damaged.append(found.oid)
            continue
        read.append(bytes.fromhex(found.oid))
        # Object ids between the names do no harm: each name is asked again.
        if _tells(found.data):
            for file in parse_tree(found.data, len(found.oid) // 2):
                if _tells(os.fsencode(file.path)):
                    telling[file._replace(path="")] = None
    return _Names(list(telling), read, damaged)


def _tells(names: bytes) -> bool:
    return has_word(names.lower()) or (has_secret(names) and has_key(names))


def _blobs_below(folders: Iterable[str], repository: Path) -> set[str]:
    blobs: set[str] = set()
    seen: set[str] = set()
    waiting = set(folders)
    while waiting:
        oids = sorted(waiting)
        seen |= waiting
        waiting = set()
        for found in _read(oids, repository):
            for file in parse_tree(found.data, len(found.oid) // 2):
                if file.mode == _FOLDER:
                    waiting.add(file.oid)
                elif file.mode != _SUBMODULE:
                    blobs.add(file.oid)
        waiting -= seen
    return blobs


def _read(oids: Sequence[str], repository: Path) -> Iterator[GitObject]:
    """Yield the trees that can be read; the walk over all references reports the others."""
    for found in read_objects(oids, repository):
        if isinstance(found, GitObject) and found.type == "tree":
            yield found
