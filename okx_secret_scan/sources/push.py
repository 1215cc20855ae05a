"""What a push would publish: commits, tags and blobs that the other side does not have yet."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from okx_secret_scan.git.changes import all_changes
from okx_secret_scan.git.command import GitError
from okx_secret_scan.git.commits import read_nodes
from okx_secret_scan.git.ranges import Introduced, introduced, is_zero
from okx_secret_scan.git.repository import Repository
from okx_secret_scan.model import Blob, Gap, Source, UserError
from okx_secret_scan.sources import Share
from okx_secret_scan.sources.history import ObjectShare, Place
from okx_secret_scan.sources.history_names import TextShare

_SHARE = 1000


@dataclass(frozen=True, slots=True)
class Publication:
    """The shares of a push, and the ids of the commits and tags it brings; `empty` if it brings nothing."""

    shares: tuple[Share, ...]
    annotations: tuple[str, ...]
    empty: bool


def publication(
    new: Iterable[str], known: Iterable[str], names: Iterable[str], repository: Repository
) -> Publication:
    """Cut into shares what the object ids `new` bring to a side that has the objects `known`.

    `names` are those of the refs that are pushed. Raises `UserError` if git cannot tell.
    """
    try:
        found = introduced(new, known)
    except GitError as error:
        raise UserError(f"git cannot list what would be published: {error}") from None
    texts = [Blob(os.fsencode(name), source=Source.REF_NAME) for name in names]
    texts += _new_names(found, repository)
    places = {oid: (Place(Source.FILE, path),) for oid, path in found.files}
    oids = (*found.annotations, *places)
    shares: list[Share] = [TextShare((*texts, *_gaps(found)))]
    for start in range(0, len(oids), _SHARE):
        part = oids[start : start + _SHARE]
        known_places = {oid: places[oid] for oid in part if oid in places}
        # None keeps to the repository that git named to its hook.
        shares.append(ObjectShare(None, repository.common_dir, part, known_places))
    return Publication(tuple(shares), found.annotations, not oids)


def _new_names(found: Introduced, repository: Repository) -> Iterator[Blob]:
    """Yield the names that pushed commits give to files, but for those that come with a file's content."""
    known = set(found.files)
    for change in all_changes(read_nodes(found.annotations, repository.root), repository).changes:
        if (change.new, change.path) not in known and not is_zero(change.new):
            yield Blob(os.fsencode(change.path), change.path, change.new, Source.PATH_NAME)


def _gaps(found: Introduced) -> Iterator[Gap]:
    for oid in found.missing:
        yield Gap("the object is missing", oid=oid)
    for oid in found.cut:
        yield Gap(
            "its parents are missing in this shallow clone: fetch them with git fetch --unshallow", oid=oid
        )
