"""The content in git's index: what the next commit would record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from okx_secret_scan.git.command import GitError
from okx_secret_scan.git.index import SUBMODULE, Entry, named_entries, staged_entries
from okx_secret_scan.git.objects import GitObject, read_objects
from okx_secret_scan.model import Blob, Gap, UserError


@dataclass(frozen=True, slots=True)
class IndexShare:
    """Entries of one index. `repository` None stands for the one that git named to its hook."""

    entries: tuple[Entry, ...]
    missing: tuple[str, ...] = ()
    repository: Path | None = None

    def read(self) -> Iterator[Blob | Gap]:
        """Yield the staged content of each entry; a gap where there is none to judge."""
        for name in self.missing:
            yield Gap(
                "not in the index: stage it with git add, or read it from disk with the scan command", name
            )
        for path in dict.fromkeys(entry.path for entry in self.entries if entry.conflicted):
            yield Gap("the merge conflict is not resolved: stage the resolved file with git add", path)
        readable = [entry for entry in self.entries if not entry.conflicted]
        objects = read_objects([entry.oid for entry in readable], self.repository)
        for entry, answer in zip(readable, objects, strict=True):
            if isinstance(answer, GitObject):
                yield Blob(answer.data, entry.path, entry.oid)
            else:
                yield Gap(answer.message, entry.path, entry.oid)


@dataclass(frozen=True, slots=True)
class Staged:
    """The shares of an index, and how many submodule pointers they leave out: these hold no content."""

    shares: tuple[IndexShare, ...]
    submodules: int


def staged(names: Sequence[str] = (), repository: Path | None = None, *, share_size: int = 2000) -> Staged:
    """Cut the index into shares of at most `share_size` entries: what is staged, or all there is of `names`.

    Raises `UserError` if git cannot read the index.
    """
    try:
        entries, missing = named_entries(names, repository) if names else (staged_entries(repository), [])
    except GitError as error:
        raise UserError(f"git cannot read the index: {error}") from None
    content = [entry for entry in entries if entry.mode != SUBMODULE]
    cuts = range(0, max(len(content), 1), share_size)
    shares = [IndexShare(tuple(content[cut : cut + share_size]), repository=repository) for cut in cuts]
    if missing:
        shares.append(IndexShare((), tuple(missing), repository))
    return Staged(tuple(shares), len(entries) - len(content))
