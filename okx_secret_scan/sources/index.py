"""The content in git's index: what the next commit would record."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from okx_secret_scan.git.command import GitError
from okx_secret_scan.git.index import SUBMODULE, Entry, named_entries, staged_entries
from okx_secret_scan.git.repository import Repository
from okx_secret_scan.model import Blob, Gap, Source, UserError
from okx_secret_scan.sources import Share
from okx_secret_scan.sources.history import ObjectShare, Place
from okx_secret_scan.sources.history_names import TextShare

_SHARE = 250


@dataclass(frozen=True, slots=True)
class Staged:
    """The shares of an index, and how many submodules are in it: of these they have the names alone."""

    shares: tuple[Share, ...]
    submodules: int


def staged(names: Sequence[str], repository: Repository) -> Staged:
    """Cut into shares what is staged, or all that the index has of `names`, relative to the current folder.

    Raises `UserError` if git cannot read the index.
    """
    try:
        entries, missing = named_entries(names) if names else (staged_entries(), [])
    except GitError as error:
        raise UserError(f"git cannot read the index: {error}") from None
    content = [entry for entry in entries if entry.mode != SUBMODULE]
    told: tuple[Blob | Gap, ...] = (*_gaps(content, missing), *_names(entries))
    shares: list[Share] = [TextShare(told)] if told else []
    places = _places(content)
    oids = tuple(places)
    for start in range(0, len(oids), _SHARE):
        part = oids[start : start + _SHARE]
        # None keeps to the index and repository that git named to its hook.
        shares.append(ObjectShare(None, repository.common_dir, part, {oid: places[oid] for oid in part}))
    return Staged(tuple(shares), len(entries) - len(content))


def _gaps(entries: Iterable[Entry], missing: Iterable[str]) -> Iterator[Gap]:
    for name in missing:
        yield Gap("not in the index: stage it with git add, or read it from disk with the scan command", name)
    for path in dict.fromkeys(entry.path for entry in entries if entry.conflicted):
        yield Gap("the merge conflict is not resolved: stage the resolved file with git add", path)


def _names(entries: Iterable[Entry]) -> Iterator[Blob]:
    for entry in entries:
        if entry.mode == SUBMODULE:
            yield Blob(os.fsencode(entry.path), entry.path, entry.oid, Source.PATH_NAME)


def _places(entries: Iterable[Entry]) -> dict[str, tuple[Place, ...]]:
    """Return the paths of each blob; those in conflict are left out, for nothing can be committed there."""
    places: defaultdict[str, list[Place]] = defaultdict(list)
    for entry in entries:
        if not entry.conflicted:
            places[entry.oid].append(Place(Source.FILE, entry.path))
    return {oid: tuple(paths) for oid, paths in places.items()}
