"""The first step of a sweep: which objects could hold a value."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from okx_secret_scan import detector, shares
from okx_secret_scan.detector.screen import gate_for_many
from okx_secret_scan.git.objects import GitObject
from okx_secret_scan.model import NOTHING_ADDED, Blob, Gap, UserError, Vocabulary
from okx_secret_scan.sources.history import PackedShare
from okx_secret_scan.sources.texts import stands_as_written


@dataclass(slots=True)
class Searched(shares.Outcome):
    """What one share gave: ids of objects that are clean whatever their path, and of those that may not be.

    An object that could not be read is neither.
    """

    clean: list[bytes] = field(default_factory=list)
    suspects: list[bytes] = field(default_factory=list)


def search_share(_number: int, share: PackedShare, *, vocabulary: Vocabulary = NOTHING_ADDED) -> Searched:
    """Read one share. Only content is looked at: paths that make a blob suspect are not known here.

    Raises `UserError` alone; whatever else goes wrong becomes a gap.
    """
    searched = Searched()
    objects = share.unpacked()
    could_match = gate_for_many(vocabulary.words)
    try:
        for found in objects.objects():
            if isinstance(found, Gap):
                searched.gaps.append(found)
            elif found.type != "blob" and stands_as_written(found) and not could_match(found.data, None):
                # So it is with nearly all commits, and to cut them into their parts takes longer.
                searched.commits += 1
                searched.bytes += len(found.data)
                searched.clean.append(bytes.fromhex(found.oid))
            else:
                _search_parts(found, objects.content(found), could_match, vocabulary, searched)
    except UserError:
        raise
    except Exception as error:
        searched.gaps.append(Gap(f"reading stopped here: {shares.describe(error)}"))
    return searched


def _search_parts(
    found: GitObject,
    parts: Iterable[Blob | Gap],
    could_match: Callable[[bytes, str | None], bool],
    vocabulary: Vocabulary,
    searched: Searched,
) -> None:
    """Add to `searched` what the `parts` of an object tell of it."""
    gaps = []
    suspect = False
    for part in parts:
        if isinstance(part, Gap):
            gaps.append(part)
        else:
            shares.count(searched, part)
            suspect = suspect or (could_match(part.data, None) and detector.could_hold(part, vocabulary))
    searched.gaps += gaps
    if not gaps:
        (searched.suspects if suspect else searched.clean).append(bytes.fromhex(found.oid))
