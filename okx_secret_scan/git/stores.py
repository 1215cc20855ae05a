"""Where objects are kept: the repository's own store, those it borrows from, and whether they are whole."""

from __future__ import annotations

import ast
import contextlib
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from okx_secret_scan.git.repository import Repository

# Files that end with a checksum of what comes before (git's Documentation/gitformat-pack.txt).
_CHECKED = (".pack", ".idx", ".rev")
_CHECKED_NAME = "multi-pack-index"
_BLOCK = 1 << 20
_MOST_STORES = 100


def with_alternates(store: Path) -> Iterator[Path]:
    """Yield a store, those that it borrows from, those that they borrow from, and so on."""
    stores = [store]
    for one in stores:  # grows
        yield one
        try:
            lines = (one / "info" / "alternates").read_bytes().splitlines()
        except OSError:
            continue
        for line in lines:
            other = one / os.fsdecode(_unquoted(line))
            if line and not line.startswith(b"#") and other not in stores and len(stores) < _MOST_STORES:
                stores.append(other)


def _unquoted(line: bytes) -> bytes:
    """Return a path that is quoted as C quotes, in which case Python does the same."""
    if line.startswith(b'"'):
        with contextlib.suppress(ValueError, SyntaxError):
            return bytes(ast.literal_eval(f"b{line.decode('latin-1')}"))
    return line


def damaged_files(repository: Repository) -> Iterator[Path]:
    """Yield the files of packs whose content is not what their checksums were made from.

    Most damage makes git complain where it reads; in the tables that lead to objects it can hide them.
    """
    for store in with_alternates(repository.objects):
        for file in sorted((store / "pack").glob("*")):
            if file.suffix in _CHECKED or file.name == _CHECKED_NAME:
                with contextlib.suppress(OSError):  # git tells of what cannot be read
                    # To open a named pipe would be to wait for its writer.
                    if file.is_file() and not _is_whole(file, repository.object_format):
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
