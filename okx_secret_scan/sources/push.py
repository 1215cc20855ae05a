"""What a push would publish: commits, tags and blobs that the other side does not have yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from okx_secret_scan.git.command import GitError
from okx_secret_scan.git.objects import GitObject, read_objects
from okx_secret_scan.git.ranges import introduced
from okx_secret_scan.model import Blob, Gap, Source, UserError
from okx_secret_scan.sources.texts import texts

_SHARE = 1000


@dataclass(frozen=True, slots=True)
class ObjectShare:
    """Objects by id, each with its path if it is a file. `repository` None stands for the current one."""

    objects: tuple[tuple[str, str | None], ...]
    repository: Path | None = None

    def read(self) -> Iterator[Blob | Gap]:
        """Yield files, the texts of commits and tags, and a gap for each object that cannot be read."""
        answers = read_objects([oid for oid, _ in self.objects], self.repository)
        for (oid, path), answer in zip(self.objects, answers, strict=True):
            if not isinstance(answer, GitObject):
                yield Gap(answer.message, path, oid)
            elif answer.type == "blob":
                yield Blob(answer.data, path, oid)
            else:
                yield from texts(answer)


@dataclass(frozen=True, slots=True)
class NameShare:
    """The names that refs get on the other side, and what is known to be unreadable before reading begins."""

    names: tuple[str, ...]
    gaps: tuple[Gap, ...] = ()

    def read(self) -> Iterator[Blob | Gap]:
        """Yield each name, and the gaps."""
        for name in self.names:
            yield Blob(name.encode("utf-8", "surrogateescape"), source=Source.REF_NAME)
        yield from self.gaps


@dataclass(frozen=True, slots=True)
class Publication:
    """The shares of a push, and how many objects they hold."""

    shares: tuple[ObjectShare | NameShare, ...]
    objects: int


def publication(
    new: Iterable[str], known: Iterable[str], names: Iterable[str] = (), repository: Path | None = None
) -> Publication:
    """Cut into shares what the object ids `new` bring to a side that has the objects `known`.

    `names` are those of the refs that are pushed. Raises `UserError` if git cannot tell.
    """
    try:
        found = introduced(new, known, repository)
    except GitError as error:
        raise UserError(f"git cannot list what would be published: {error}") from None
    gaps = [Gap("the object is missing", oid=oid) for oid in found.missing]
    gaps += [
        Gap("its parents are missing in this shallow clone: fetch them with git fetch --unshallow", oid=oid)
        for oid in found.cut
    ]
    cuts = range(0, len(found.objects), _SHARE)
    shares = [ObjectShare(found.objects[cut : cut + _SHARE], repository) for cut in cuts]
    return Publication((NameShare(tuple(names), tuple(gaps)), *shares), len(found.objects))
