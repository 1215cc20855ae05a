"""The first step of a sweep: which objects could hold a value."""

from __future__ import annotations

from dataclasses import dataclass, field

from okx_secret_scan import detector, shares
from okx_secret_scan.detector.screen import gate_for_many
from okx_secret_scan.model import NOTHING_ADDED, Gap, UserError, Vocabulary
from okx_secret_scan.sources.history import PackedShare


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
    states: dict[str, bool] = {}
    unread: set[str | None] = set()
    could_match = gate_for_many(vocabulary.words)
    try:
        for item in share.read():
            if isinstance(item, Gap):
                searched.gaps.append(item)
                unread.add(item.oid)
            elif item.oid is not None:
                shares.count(searched, item)
                states[item.oid] = states.get(item.oid, False) or (
                    could_match(item.data, None) and detector.could_hold(item, vocabulary)
                )
    except UserError:
        raise
    except Exception as error:
        searched.gaps.append(Gap(f"reading stopped here: {shares.describe(error)}"))
    for oid, suspect in states.items():
        if oid not in unread:
            (searched.suspects if suspect else searched.clean).append(bytes.fromhex(oid))
    return searched
