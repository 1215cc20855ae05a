"""Exit statuses, as scripts and CI jobs rely on them."""

from __future__ import annotations

from enum import IntEnum


class Status(IntEnum):
    """What the process reports to its caller."""

    CLEAN = 0
    FINDINGS = 1
    UNUSABLE = 2
    """The command line, the configuration or the repository is unusable, or the scan is incomplete."""
    INTERRUPTED = 130
