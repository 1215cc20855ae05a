"""Objects of a repository: files, messages and identities, cut into shares by delta family."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from okx_secret_scan.git import lfs
from okx_secret_scan.git.inventory import Objects, unpack
from okx_secret_scan.git.objects import GitObject, UnreadableObject, read_objects
from okx_secret_scan.model import Blob, Gap, Source
from okx_secret_scan.sources.texts import texts

# Enough shares that workers end at about the same time, large enough that starting git does not show.
_SHARES_PER_JOB = 16
_MIN_SHARE = 8_000_000
# One process is done with less before others are ready to help.
_LITTLE = 32_000_000
# What an object costs besides its bytes, in bytes.
_OVERHEAD = 2000


class Place(NamedTuple):
    """What a blob is somewhere in history, and its path if it is a file there."""

    source: Source
    path: str | None


NOWHERE = (Place(Source.FILE, None),)


@dataclass(frozen=True)
class ObjectShare:
    """Objects to read from `repository`; a blob is yielded once for each of its `places`.

    None stands for the current repository, or the one that git named to the hook it started.
    """

    repository: Path | None
    common_dir: Path
    oids: tuple[str, ...]
    places: Mapping[str, tuple[Place, ...]] = field(default_factory=dict)

    def read(self) -> Iterator[Blob | Gap]:
        """Yield the objects' content. A commit or tag gives its message and the identities in it."""
        for found in self.objects():
            if isinstance(found, Gap):
                yield found
            else:
                yield from self.content(found)

    def objects(self) -> Iterator[GitObject | Gap]:
        """Yield the objects as git stores them."""
        # Hooks read a few objects, which git may keep elsewhere.
        folder = None if self.repository is None else self.common_dir / "objects"
        for found in read_objects(self.oids, self.repository, folder):
            if isinstance(found, UnreadableObject):
                yield Gap(found.message, self.places.get(found.oid, NOWHERE)[0].path, found.oid)
            else:
                yield found

    def content(self, found: GitObject) -> Iterator[Blob | Gap]:
        """Yield what people wrote into one of the objects."""
        return self._file(found) if found.type == "blob" else texts(found)

    def _file(self, found: GitObject) -> Iterator[Blob | Gap]:
        pointer = lfs.parse_pointer(found.data)
        content = found.data if pointer is None else lfs.load(pointer, self.common_dir)
        for source, path in self.places.get(found.oid, NOWHERE):
            if content is None:
                yield Gap("the content is in Git LFS and not in the local store", path, found.oid)
            else:
                yield Blob(content, path, found.oid, source)


@dataclass(frozen=True)
class PackedShare:
    """Objects to read from `repository` whose places nobody knows, by packed ids of `oid_size` bytes."""

    repository: Path
    common_dir: Path
    oids: bytes
    oid_size: int

    def __len__(self) -> int:
        return len(self.oids) // self.oid_size

    def unpacked(self) -> ObjectShare:
        """Return the share with its ids in hex digits."""
        oids = tuple(oid.hex() for oid in unpack(self.oids, self.oid_size))
        return ObjectShare(self.repository, self.common_dir, oids)


def cut(objects: Objects, skip: Callable[[bytes], bool], jobs: int) -> list[bytes]:
    """Pack the ids of `objects`, but for those to `skip`, into shares of about the same weight.

    Little makes one share. Deltas of each other stay together, base first, so that each base is built once.
    """
    rows = [row for row in range(len(objects)) if not skip(objects.oid(row))]
    weights = array("Q", (objects.sizes[row] + _OVERHEAD for row in rows))
    total = sum(weights)
    target = total if total < _LITTLE else max(total // (jobs * _SHARES_PER_JOB), _MIN_SHARE)
    shares: list[bytes] = []
    share = bytearray()
    weight = 0
    for family in _families(objects, rows):
        for row in family:
            share += objects.oid(row)
            weight += objects.sizes[row] + _OVERHEAD
        if weight >= target:
            shares.append(bytes(share))
            share, weight = bytearray(), 0
    return [*shares, bytes(share)] if share else shares


def _families(objects: Objects, rows: Sequence[int]) -> Iterator[list[int]]:
    deltas: defaultdict[bytes, list[int]] = defaultdict(list)
    roots = []
    for row in rows:
        base = objects.base(row)
        if base is None:
            roots.append(row)
        else:
            deltas[base].append(row)
    for root in roots:
        yield list(_with_deltas(root, objects, deltas))
    # What is left are deltas of objects that are not among the rows.
    while deltas:
        _, orphans = deltas.popitem()
        for orphan in orphans:
            yield list(_with_deltas(orphan, objects, deltas))


def _with_deltas(root: int, objects: Objects, deltas: dict[bytes, list[int]]) -> Iterator[int]:
    waiting = [root]
    while waiting:
        row = waiting.pop()
        yield row
        waiting.extend(deltas.pop(objects.oid(row), ()))
