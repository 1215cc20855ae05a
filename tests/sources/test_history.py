"""Shares of a sweep must be worth a process each, and keep together what is stored together."""

from __future__ import annotations

from okx_secret_scan.git.inventory import Objects, unpack
from okx_secret_scan.sources.history import cut

MEGABYTE = 1_000_000
NO_BASE = bytes(20)


def _oid(number: int) -> bytes:
    return number.to_bytes(20, "big")


def _objects(count: int, size: int, family: int = 1) -> Objects:
    """Return `count` blobs of `size` bytes, each `family` of them deltas of its first."""
    objects = Objects()
    for number in range(1, count + 1):
        first = number - (number - 1) % family
        objects.add("blob", _oid(number), size, NO_BASE if number == first else _oid(first))
    return objects


def test_a_small_repository_is_one_share_that_needs_no_second_process() -> None:
    objects = _objects(1000, 20_000)
    assert [list(unpack(share, 20)) for share in cut(objects, lambda _: False, jobs=8)] == [
        [_oid(number) for number in range(1, 1001)]
    ]


def test_a_large_one_gives_every_process_several_shares() -> None:
    shares = cut(_objects(1000, MEGABYTE), lambda _: False, jobs=2)
    assert len(shares) > 8
    assert b"".join(shares) == b"".join(_oid(number) for number in range(1, 1001))


def test_what_is_stored_as_deltas_of_each_other_stays_together() -> None:
    shares = cut(_objects(1000, MEGABYTE, family=50), lambda _: False, jobs=8)
    assert all(len(share) % (50 * 20) == 0 for share in shares)


def test_what_is_to_be_skipped_is_in_no_share() -> None:
    shares = cut(_objects(1000, MEGABYTE), lambda oid: oid[-1] % 2 == 0, jobs=2)
    assert all(oid[-1] % 2 for share in shares for oid in unpack(share, 20))
    assert sum(map(len, shares)) == 500 * 20
