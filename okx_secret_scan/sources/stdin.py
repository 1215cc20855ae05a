"""Standard input."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from okx_secret_scan.model import Blob, Gap
from okx_secret_scan.sources.worktree import LIMIT


@dataclass(frozen=True, slots=True)
class Stream:
    """What a stream held; `path` is the name its content goes by, None if it has none."""

    data: bytes
    path: str | None

    def read(self) -> Iterator[Blob | Gap]:
        """Yield the content, or a gap if it is too much."""
        if len(self.data) > LIMIT:
            yield Gap(f"standard input is larger than {LIMIT >> 20} MiB, the rest was not read", self.path)
        yield Blob(self.data[:LIMIT], self.path)


def drain(stream: BinaryIO, path: str | None) -> Stream:
    """Read `stream` to its end, or as much of it as may be scanned.

    It is read at once, because a worker process has another standard input.
    """
    return Stream(stream.read(LIMIT + 1), path)
