"""Times the parts of a sweep alone: unpacking, the gate and what makes it fast, the detector.

They run on what a sweep of this project's own history reads.

    pytest benchmarks/parts.py --benchmark-columns=median,ops
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from dulwich.pack import apply_delta, create_delta
from isal import isal_zlib
from pytest_benchmark.fixture import BenchmarkFixture

from okx_secret_scan import detector
from okx_secret_scan.detector import gate, screen
from okx_secret_scan.git.inventory import list_all, unpack
from okx_secret_scan.git.objects import GitObject, read_objects
from okx_secret_scan.git.repository import discover
from okx_secret_scan.model import Blob

ROOT = Path(__file__).parent.parent
# As in source code: most of it says nothing of interest.
_ORDINARY = "\n".join(
    f"    result[{n}] = compute(rows[{n}], key='name_{n}')  # row {n}" for n in range(20_000)
)


@pytest.fixture(scope="session")
def blobs() -> list[bytes]:
    """Return the content of all files of the history."""
    repository = discover(ROOT)
    listed = list_all(repository.root).objects
    oids = [listed.oid(row).hex() for row in listed.rows("blob")]
    found = read_objects(oids, repository.root, repository.objects)
    return [item.data for item in found if isinstance(item, GitObject)]


@pytest.mark.parametrize("folder", [True, False], ids=["packs", "git"])
def test_read_all_objects(benchmark: BenchmarkFixture, folder: bool) -> None:
    """Read every object of the history, from packs and through git."""
    repository = discover(ROOT)
    listed = list_all(repository.root).objects
    oids = [oid.hex() for oid in unpack(listed.oids, listed.oid_size)]
    benchmark(
        lambda: sum(1 for _ in read_objects(oids, repository.root, repository.objects if folder else None))
    )


@pytest.mark.parametrize("inflate", [zlib.decompress, isal_zlib.decompress], ids=["zlib", "isal"])
def test_inflate(benchmark: BenchmarkFixture, inflate: Callable[[bytes], bytes]) -> None:
    """Inflate a megabyte of source code."""
    packed = zlib.compress(_ORDINARY.encode())
    benchmark(inflate, packed)


def test_apply_delta(benchmark: BenchmarkFixture) -> None:
    """Put together a megabyte of which every hundredth line has changed."""
    base = _ORDINARY.encode()
    target = base.replace(b"00] = compute", b"00] = estimate")
    delta = b"".join(create_delta(base, target))
    assert b"".join(apply_delta(base, delta)) == target
    benchmark(apply_delta, base, delta)


@pytest.mark.parametrize("ask", [gate.could_match, screen.fast_gate()], ids=["gate", "compiled"])
def test_gate(benchmark: BenchmarkFixture, blobs: list[bytes], ask: Callable[[bytes], bool]) -> None:
    """Ask of every file whether there is anything to look for."""
    benchmark(lambda: sum(map(ask, blobs)))


def test_gate_on_other_code(benchmark: BenchmarkFixture) -> None:
    """Ask of a megabyte of code that has nothing to do with OKX."""
    data = _ORDINARY.encode()
    assert not gate.could_match(data)
    benchmark(gate.could_match, data)


def test_candidates(benchmark: BenchmarkFixture, blobs: list[bytes]) -> None:
    """Tell of what passes the gate whether it could hold a value."""
    passed = [Blob(data) for data in blobs if gate.could_match(data)]
    benchmark(lambda: sum(map(detector.could_hold, passed)))


def test_detector(benchmark: BenchmarkFixture, blobs: list[bytes]) -> None:
    """Look for values in two hundred files that could hold one."""
    read = [Blob(data) for data in blobs if gate.could_match(data) and detector.could_hold(Blob(data))][:200]
    benchmark(lambda: sum(len(detector.detect(blob).findings) for blob in read))
