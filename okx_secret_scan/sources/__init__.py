"""Where blobs come from, one file each.

A source cuts its work into shares. A share is small and picklable (a repository path and object ids, a list
of files), so that a worker process can open and read it by itself: content never crosses a pipe.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from okx_secret_scan.model import Blob, Gap
    from okx_secret_scan.sources.mapped import Mapped


class Share(Protocol):
    """A part of a source that one worker reads from start to end."""

    def read(self) -> Iterator[Blob | Mapped | Gap]:
        """Yield every blob of the share once, and a gap for each one that cannot be read.

        Raises `UserError` for what the user must mend before any of it can be read.
        """
        ...
