"""Large files on disk, mapped into memory instead of copied."""

from __future__ import annotations

import mmap
from dataclasses import dataclass
from pathlib import Path

from okx_secret_scan.model import Blob


@dataclass(frozen=True, slots=True)
class Mapped:
    """A large file that nobody has looked at; nearly all such files hold nothing, and need no copy.

    If somebody cuts the file short meanwhile, looking at what is gone ends the process (SIGBUS).
    """

    data: mmap.mmap
    path: str

    def blob(self) -> Blob:
        """Return a copy of it and let go of the file."""
        with self.data:
            return Blob(bytes(self.data), self.path)


def mapped(file: Path, path: str) -> Mapped | None:
    """Map `file`, to be called `path`; None if that cannot be done where it lies. Raises `OSError`.

    Only workers map: the share of one that dies is read once more, and the report comes all the same.
    """
    # Small scans do without this module, which takes as long to import as they do to read.
    from multiprocessing import parent_process

    if parent_process() is None:
        return None
    with file.open("rb") as stream:
        try:
            return Mapped(mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ), path)
        except (OSError, ValueError):
            return None  # A file system without mappings, or a file that is empty by now.
