"""What the names in trees tell: blobs whose path alone speaks for OKX or holds a set, and submodules.

Path names are evidence, but a blob may have many and git tells one. The names are in the trees, and each tree
needs to be read only once.
"""

from __future__ import annotations

import os
import re
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
# A submodule in a tree, by the size of ids; what looks like one may also stand in a name.
_LINK = b"160000 "
_LINKS = {size: re.compile(_LINK + rb"[^\0]+\0([\0-\xff]{%d})" % size) for size in (20, 32)}


@dataclass(frozen=True)
class _Trees:
    repository: Path
    oids: bytes
    oid_size: int


class _Names(NamedTuple):
    """Telling entries of trees, without their names, commits of submodules, ids of trees, good and bad."""

    telling: list[TreeFile]
    links: set[str]
    read: list[bytes]
    damaged: list[str]


class Told(NamedTuple):
    """Ids of what has a telling name, or lies in a folder that has one, and of the commits of submodules.

    There may be more in both than the trees asked for say. Gaps stand for what is no tree, whatever git says.
    """

    telling: set[bytes]
    links: set[bytes]
    gaps: list[Gap]


def read_names(
    trees: Iterable[bytes], staged: Iterable[TreeFile], repository: Path, cache: Cache, jobs: int
) -> Told:
    """Return what the names in `trees` and indexes tell; only trees that `cache` does not know are read."""
    unknown = (oid for oid in trees if not cache.has(Kind.TREE, oid))
    shares = []
    while some := tuple(islice(unknown, _TREES_PER_SHARE)):
        shares.append(_Trees(repository, b"".join(some), len(some[0])))
    found = scan.read_all(_read_names, shares, jobs, lambda _: None)
    named = {file for names in found if names is not None for file in names.telling}
    told = {file.oid for file in named if file.mode != _FOLDER}
    told |= _files_below({file.oid for file in named if file.mode == _FOLDER}, repository)
    told |= {entry.oid for entry in staged if _tells(os.fsencode(entry.path))}
    cache.add(Kind.TELLING, map(bytes.fromhex, told))
    cache.add(Kind.LINK, (bytes.fromhex(oid) for names in found if names is not None for oid in names.links))
    # Only now: after an interruption before this line, the trees have to be read again.
    cache.add(Kind.TREE, (oid for names in found if names is not None for oid in names.read))
    gaps = [Gap("the object is damaged", oid=oid) for names in found if names for oid in names.damaged]
    return Told(set(cache.items(Kind.TELLING)), set(cache.items(Kind.LINK)), gaps)


def _read_names(_number: int, trees: _Trees) -> _Names:
    telling: dict[TreeFile, None] = {}
    links: set[str] = set()
    read = []
    damaged = []
    for found in _read([oid.hex() for oid in unpack(trees.oids, trees.oid_size)], trees.repository):
        # One bit makes a file a folder, and nobody would look for values there.
        if not found.intact:
            damaged.append(found.oid)
            continue
        read.append(bytes.fromhex(found.oid))
        size = len(found.oid) // 2
        if _LINK in found.data and any(m[1].hex() not in links for m in _LINKS[size].finditer(found.data)):
            links |= {file.oid for file in parse_tree(found.data, size) if file.mode == _SUBMODULE}
        # Object ids between the names do no harm: each name is asked again.
        if _tells(found.data):
            for file in parse_tree(found.data, size):
                if _tells(os.fsencode(file.path)):
                    telling[file._replace(path="")] = None
    return _Names(list(telling), links, read, damaged)


def _tells(names: bytes) -> bool:
    return has_word(names.lower()) or (has_key(names) and has_secret(names))


def _files_below(folders: Iterable[str], repository: Path) -> set[str]:
    """Return the ids of all blobs and commits of submodules in `folders`, at any depth."""
    files: set[str] = set()
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
                else:
                    files.add(file.oid)
        waiting -= seen
    return files


def _read(oids: Sequence[str], repository: Path) -> Iterator[GitObject]:
    """Yield the trees that can be read; the walk over all references reports the others."""
    for found in read_objects(oids, repository):
        if isinstance(found, GitObject) and found.type == "tree":
            yield found
