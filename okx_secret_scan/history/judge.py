"""The second step of a sweep: what the suspects hold, now that their paths are known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields

from okx_secret_scan import shares
from okx_secret_scan.history.cache import Cache, Kind, place_key
from okx_secret_scan.model import NOTHING_ADDED, Vocabulary
from okx_secret_scan.sources.history import NOWHERE, ObjectShare, Place

_PER_SHARE = 20


@dataclass(slots=True)
class Judged(shares.Outcome):
    """What one share gave, and keys of the places at which its objects hold nothing."""

    clean: list[bytes] = field(default_factory=list)


def judge_share(number: int, share: ObjectShare, *, vocabulary: Vocabulary = NOTHING_ADDED) -> Judged:
    """Scan one share of placed objects."""
    read = shares.read_share(number, share, vocabulary=vocabulary, suspect=True)
    judged = Judged(**{part.name: getattr(read, part.name) for part in fields(shares.Outcome)})
    if any(gap.oid is None for gap in read.gaps):
        return judged  # Reading may have stopped anywhere.
    told = {finding.blob for finding in read.findings} | {gap.oid for gap in read.gaps}
    for oid in share.oids:
        if oid not in told:
            judged.clean.extend(_key(oid, place) for place in share.places.get(oid, NOWHERE))
    return judged


def unjudged(
    suspects: Sequence[str], places: Mapping[str, tuple[Place, ...]], template: ObjectShare, cache: Cache
) -> Iterator[ObjectShare]:
    """Cut into shares like `template` those `suspects` that `cache` does not know to be clean everywhere."""
    waiting = [
        oid
        for oid in suspects
        if not all(cache.has(Kind.JUDGED, _key(oid, place)) for place in places.get(oid, NOWHERE))
    ]
    for at in range(0, len(waiting), _PER_SHARE):
        oids = tuple(waiting[at : at + _PER_SHARE])
        known = {oid: places[oid] for oid in oids if oid in places}
        yield ObjectShare(template.repository, template.common_dir, oids, known)


def _key(oid: str, place: Place) -> bytes:
    return place_key(bytes.fromhex(oid), place.source, place.path)
