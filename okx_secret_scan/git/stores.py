"""Where objects are kept: the repository's own store, those it borrows from, and whether they are whole."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from okx_secret_scan.git.command import run_unchecked
from okx_secret_scan.git.repository import Repository

# Files that end with a checksum of what comes before (git's Documentation/gitformat-pack.txt).
_CHECKED = (".pack", ".idx", ".rev")
_CHECKED_NAME = "multi-pack-index"
_BLOCK = 1 << 20


def alternates(repository: Path) -> list[Path]:
    """Return the object stores that a repository borrows from, and those that these borrow from."""
    _, output, _ = run_unchecked(["count-objects", "-v"], repository)
    told = (line.partition(b": ") for line in output.splitlines())
    return [Path(os.fsdecode(value)) for name, _, value in told if name == b"alternate"]


def damaged_files(repository: Repository) -> Iterator[Path]:
    """Yield the files of packs whose content is not what their checksums were made from.

    Most damage makes git complain where it reads; in the tables that lead to objects it can hide them.
    """
    for store in (repository.common_dir / "objects", *alternates(repository.root)):
        for file in sorted((store / "pack").glob("*")):
            if file.suffix in _CHECKED or file.name == _CHECKED_NAME:
                with contextlib.suppress(OSError):  # git tells of what cannot be read
                    if not _is_whole(file, repository.object_format):
                        yield file


def _is_whole(file: Path, object_format: str) -> bool:
    digest = hashlib.new(object_format, usedforsecurity=False)
    with file.open("rb") as stream:
        rest = b""
        while block := stream.read(_BLOCK):
            content = rest + block
            digest.update(content[: -digest.digest_size])
            rest = content[-digest.digest_size :]
    return rest == digest.digest()
