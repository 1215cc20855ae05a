"""The first step of a sweep: which objects could hold a value under some path."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from okx_secret_scan import detector, scan
from okx_secret_scan.model import Blob, Gap, Source
from okx_secret_scan.sources.history import ObjectShare

# A path that speaks for OKX: whatever a real path can add to the evidence, this one adds.
_TELLING_PATH = "okx/okx.json"


@dataclass(slots=True)
class Suspects(scan.Outcome):
    """What one share gave: ids of objects to look at again, and gaps."""

    oids: list[str] = field(default_factory=list)


def search(shares: Sequence[ObjectShare], jobs: int, progress: scan.Progress) -> list[Suspects | None]:
    """Read every share, in worker processes if that pays; None stands for a share whose worker died."""
    progress.started(len(shares))
    try:
        return scan.read_all(search_share, shares, jobs, progress)
    finally:
        progress.finished()


def search_share(_number: int, share: ObjectShare) -> Suspects:
    """Read one share."""
    suspects = Suspects()
    oids: dict[str, None] = {}
    for item in share.read():
        if isinstance(item, Gap):
            suspects.gaps.append(item)
            continue
        suspects.bytes += len(item.data)
        if item.oid is not None and is_suspect(item):
            oids[item.oid] = None
    suspects.oids.extend(oids)
    return suspects


def is_suspect(blob: Blob) -> bool:
    """Tell whether `blob` could hold a value, under whatever path."""
    if _may_hold(blob):
        return True
    return blob.source is Source.FILE and _may_hold(replace(blob, path=_TELLING_PATH))


def _may_hold(blob: Blob) -> bool:
    if not detector.could_match(blob.data, blob.path):
        return False
    try:
        detection = detector.detect(blob)
    except Exception:
        return True  # The second step meets the same bug and reports it with the place it concerns.
    return bool(detection.findings or detection.gaps)
