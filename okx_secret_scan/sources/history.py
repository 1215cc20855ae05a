"""Objects of a repository: files, messages and identities, cut into shares by delta family."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from okx_secret_scan.git import lfs
from okx_secret_scan.git.inventory import Entry
from okx_secret_scan.git.objects import GitObject, UnreadableObject, read_objects
from okx_secret_scan.model import Blob, Gap, Source
from okx_secret_scan.sources.texts import texts

# Enough shares that workers end at about the same time, large enough that starting git does not show.
_SHARES_PER_JOB = 16
_MIN_SHARE = 8_000_000
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
        for found in read_objects(self.oids, self.repository):
            if isinstance(found, UnreadableObject):
                yield Gap(found.message, self.places.get(found.oid, NOWHERE)[0].path, found.oid)
            elif found.type == "blob":
                yield from self._file(found)
            else:
                yield from texts(found)

    def _file(self, found: GitObject) -> Iterator[Blob | Gap]:
        pointer = lfs.parse_pointer(found.data)
        content = found.data if pointer is None else lfs.load(pointer, self.common_dir)
        for source, path in self.places.get(found.oid, NOWHERE):
            if content is None:
                yield Gap("the content is in Git LFS and not in the local store", path, found.oid)
            else:
                yield Blob(content, path, found.oid, source)


def cut(entries: Sequence[Entry], jobs: int) -> list[tuple[str, ...]]:
    """Group object ids into shares of about the same weight, at least one if there are objects.

    Objects that are stored as deltas of each other stay together, base first: git then builds each base once.
    """
    target = max(sum(_weight(entry) for entry in entries) // (jobs * _SHARES_PER_JOB), _MIN_SHARE)
    shares: list[tuple[str, ...]] = []
    share: list[str] = []
    weight = 0
    for family in _families(entries):
        for entry in family:
            share.append(entry.oid)
            weight += _weight(entry)
        if weight >= target:
            shares.append(tuple(share))
            share, weight = [], 0
    return [*shares, tuple(share)] if share else shares


def _weight(entry: Entry) -> int:
    return entry.size + _OVERHEAD


def _families(entries: Sequence[Entry]) -> Iterable[list[Entry]]:
    present = {entry.oid for entry in entries}
    deltas: defaultdict[str, list[Entry]] = defaultdict(list)
    roots = []
    for entry in entries:
        if entry.base is not None and entry.base in present:
            deltas[entry.base].append(entry)
        else:
            roots.append(entry)
    for root in roots:
        family = []
        waiting = [root]
        while waiting:
            member = waiting.pop()
            family.append(member)
            waiting.extend(deltas.pop(member.oid, ()))
        yield family
