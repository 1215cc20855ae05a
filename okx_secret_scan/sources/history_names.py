"""Text that git keeps beside its objects' content: names of refs and files, reflog messages."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from okx_secret_scan.git.refs import Ref, reflogs
from okx_secret_scan.git.repository import Repository
from okx_secret_scan.model import Blob, Gap, Source
from okx_secret_scan.sources.history import Place

# The reflog messages that name branches; all others repeat a commit's subject.
_MOVES = (b"checkout:", b"Branch:", b"branch:")


@dataclass(frozen=True, slots=True)
class TextShare:
    """Texts that are no objects, and gaps that are known before anything is read."""

    texts: tuple[Blob | Gap, ...]

    def read(self) -> Iterator[Blob | Gap]:
        """Yield the texts and gaps."""
        yield from self.texts


def ref_names(refs: Iterable[Ref]) -> Iterator[Blob]:
    """Yield the name of each of `refs`."""
    for ref in refs:
        yield Blob(os.fsencode(ref.name), source=Source.REF_NAME)


def names_of(oids: Iterable[str], places: Mapping[str, Iterable[Place]]) -> Iterator[Blob]:
    """Yield the paths of the objects `oids` as far as they are known, be the objects there or not."""
    for oid in sorted(oids):
        for _, path in places.get(oid, ()):
            if path is not None:
                yield Blob(os.fsencode(path), path, oid, Source.PATH_NAME)


def reflog_messages(repository: Repository) -> Iterator[Blob | Gap]:
    """Yield what the reflogs of all work trees say.

    They repeat subjects of commits and names of branches, and may outlive both.
    """
    seen = set()
    for log in reflogs(repository):
        try:
            lines = log.read_bytes().splitlines()
        except OSError as error:
            yield Gap(f"a reflog cannot be read: {error.strerror}: {log.relative_to(repository.common_dir)}")
            continue
        for line in lines:
            message = line.partition(b"\t")[2]
            if message not in seen:
                seen.add(message)
                moves = message.startswith(_MOVES)
                yield Blob(message, source=Source.REF_NAME if moves else Source.COMMIT_MESSAGE)
