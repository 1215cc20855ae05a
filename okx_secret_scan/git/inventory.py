"""Lists what git holds: every object of the repository, or those that chosen revisions reach."""

from __future__ import annotations

import contextlib
import subprocess
import threading
from array import array
from binascii import unhexlify
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import IO

from okx_secret_scan.git.command import run_unchecked, start
from okx_secret_scan.git.repository import Repository
from okx_secret_scan.git.stores import with_alternates

_KINDS = ("blob", "commit", "tag")
_TREE = b"tree"
_FORMAT = "--batch-check=%(objecttype) %(objectname) %(objectsize) %(deltabase)"


class Objects:
    """Objects in the order in which they lie on disk, as columns, because there may be millions.

    Row by row: `kinds` (`blob`, `commit` or `tag`; trees are kept apart), `sizes` in bytes, packed `oids` and
    packed `bases`, the ids of what objects are stored as deltas of, zeros for those stored whole.
    """

    def __init__(self, oid_size: int = 20) -> None:
        """Begin an empty table of ids of `oid_size` bytes."""
        self.oid_size = oid_size
        self.kinds = bytearray()
        self.sizes = array("Q")
        self.oids = bytearray()
        self.bases = bytearray()

    def __len__(self) -> int:
        return len(self.kinds)

    def add(self, kind: str, oid: bytes, size: int, base: bytes) -> None:
        """Add a row."""
        self.oid_size = len(oid)
        self.kinds.append(_KINDS.index(kind))
        self.sizes.append(size)
        self.oids += oid
        self.bases += base

    def oid(self, row: int) -> bytes:
        """Return the id in `row`."""
        return bytes(self.oids[row * self.oid_size : (row + 1) * self.oid_size])

    def base(self, row: int) -> bytes | None:
        """Return the id of what the object in `row` is a delta of, None if it is stored whole."""
        base = bytes(self.bases[row * self.oid_size : (row + 1) * self.oid_size])
        return base if any(base) else None

    def rows(self, kind: str) -> Iterator[int]:
        """Yield the rows of one kind."""
        wanted = _KINDS.index(kind)
        return (row for row, found in enumerate(self.kinds) if found == wanted)

    def ids(self, kind: str) -> frozenset[bytes]:
        """Return the ids of one kind."""
        return frozenset(map(self.oid, self.rows(kind)))

    def count(self, kind: str) -> int:
        """Return the number of objects of one kind."""
        return self.kinds.count(_KINDS.index(kind))

    def without(self, rows: AbstractSet[int]) -> Objects:
        """Return a table that lacks `rows`."""
        kept = Objects(self.oid_size)
        for row in range(len(self)):
            if row not in rows:
                kind = _KINDS[self.kinds[row]]
                kept.add(kind, self.oid(row), self.sizes[row], self.base(row) or bytes(self.oid_size))
        return kept


def unpack(oids: bytes | bytearray, oid_size: int) -> Iterator[bytes]:
    """Yield the ids that stand packed in `oids`."""
    return (bytes(oids[at : at + oid_size]) for at in range(0, len(oids), oid_size))


@dataclass(slots=True)
class Listing:
    """Objects and packed ids of trees, and what git complained of while listing them.

    `unreadable` are ids of objects that are there but damaged, `complaints` whole lines about packs,
    alternates and the like.
    """

    objects: Objects = field(default_factory=Objects)
    trees: bytearray = field(default_factory=bytearray)
    unreadable: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def answers(self) -> int:
        """Return how many objects git has answered for."""
        return len(self.objects) + len(self.trees) // self.objects.oid_size + len(self.unreadable)


@dataclass(slots=True)
class Walk:
    """What a walk over revisions met: ids it reached, ids that are missing, and why it broke off, if so."""

    reached: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    broke: str | None = None


def list_all(repository: Path) -> Listing:
    """List every object of the repository and its alternates, reachable or not."""
    arguments = ["cat-file", "--batch-all-objects", "--buffer", _FORMAT]
    listing, status = _list([*arguments, "--unordered"], repository)
    if status:
        # A damaged pack stops git from listing in the order of packs; by id it lists all the rest.
        complaints = listing.complaints
        listing, status = _list(arguments, repository)
        listing.complaints = list(dict.fromkeys([*complaints, *listing.complaints]))
    if status:
        complaints = listing.complaints
        listing = _list_each(repository)
        listing.complaints = list(dict.fromkeys([*complaints, *listing.complaints]))
    return listing


def _list_each(repository: Path) -> Listing:
    """List every object by its name, past those that make git stop: objects of no known type, say."""
    arguments = ["cat-file", "--batch-all-objects", "--buffer", "--batch-check=%(objectname)"]
    _, output, _ = run_unchecked(arguments, repository)
    waiting = output.decode("ascii", "replace").split()
    listing = Listing()
    while waiting:
        before = listing.answers()
        _list_into(listing, ["cat-file", "--buffer", _FORMAT], repository, "\n".join([*waiting, ""]).encode())
        waiting = waiting[listing.answers() - before :]
        if waiting:
            listing.unreadable.append(waiting.pop(0))
    return listing


def list_named(oids: Iterable[str], repository: Path) -> Listing:
    """List the objects of the given ids."""
    stdin = "".join(f"{oid}\n" for oid in oids).encode("ascii")
    return _list(["cat-file", "--buffer", _FORMAT], repository, stdin)[0]


def borrowed(oids: Iterable[str], repository: Repository) -> set[str]:
    """Return those of the objects `oids` that repositories have which this one borrows from."""
    wanted = sorted(oids)
    found: set[str] = set()
    for store in islice(with_alternates(repository.objects), 1, None):
        listing = Listing()
        stdin = "".join(f"{oid}\n" for oid in wanted).encode("ascii")
        elsewhere = {"GIT_OBJECT_DIRECTORY": str(store)}
        _list_into(listing, ["cat-file", "--buffer", _FORMAT], repository.root, stdin, elsewhere)
        found |= {listing.objects.oid(row).hex() for row in range(len(listing.objects))}
    return found


def walk(revisions: Sequence[str], repository: Path, *, list_reached: bool = True) -> Walk:
    """Follow commits, trees and tags from `revisions` (arguments of `git rev-list`) to all objects they need.

    Nothing is fetched from elsewhere; what is absent is listed as missing.
    """
    with start_walk(revisions, repository, list_reached=list_reached) as process:
        return finish_walk(process)


def start_walk(
    revisions: Sequence[str], repository: Path, *, list_reached: bool = False
) -> subprocess.Popen[bytes]:
    """Start a walk that goes on beside other work until `finish_walk` waits for it."""
    quiet = [] if list_reached else ["--quiet"]
    return start(
        ["rev-list", "--objects", "--no-object-names", "--missing=print", *quiet, *revisions], repository
    )


def finish_walk(process: subprocess.Popen[bytes]) -> Walk:
    """Wait for the walk that `process` does and return what it met."""
    output, errors = process.communicate()
    result = Walk()
    if process.returncode:
        result.broke = [f"git ended with status {process.returncode}", *_complaints(errors)][-1]
    for line in output.decode("ascii", "replace").splitlines():
        if line.startswith("?"):
            result.missing.append(line[1:])
        else:
            result.reached.append(line)
    return result


def _list(arguments: Sequence[str], repository: Path, stdin: bytes = b"") -> tuple[Listing, int]:
    """Return the listing that a git command prints, and its exit status."""
    listing = Listing()
    return listing, _list_into(listing, arguments, repository, stdin)


def _list_into(
    listing: Listing,
    arguments: Sequence[str],
    repository: Path,
    stdin: bytes,
    variables: Mapping[str, str] | None = None,
) -> int:
    """Add what a git command prints to `listing` and return its exit status."""
    process = start(arguments, repository, variables)
    assert process.stdin
    assert process.stdout
    assert process.stderr
    errors: list[bytes] = []
    # git writes to all of its streams whenever it likes, so each needs somebody who waits for it.
    helpers = [
        threading.Thread(target=_feed, args=(process.stdin, stdin)),
        threading.Thread(target=lambda stream: errors.append(stream.read()), args=(process.stderr,)),
    ]
    for helper in helpers:
        helper.start()
    with process:
        _parse(process.stdout, listing)
        for helper in helpers:
            helper.join()
    listing.complaints.extend(_complaints(b"".join(errors)))
    if process.returncode and not listing.complaints:
        listing.complaints.append(f"git stopped listing objects with status {process.returncode}")
    return process.returncode


def _feed(stdin: IO[bytes], content: bytes) -> None:
    with contextlib.suppress(OSError), stdin:  # git may end before it has read everything
        stdin.write(content)


def _parse(lines: Iterable[bytes], listing: Listing) -> None:
    objects = listing.objects
    for line in lines:
        fields = line.split()
        if len(fields) == 4:
            kind, oid, size, base = fields
            raw = unhexlify(oid)
            if kind == _TREE:
                listing.trees += raw
                objects.oid_size = len(raw)
            else:
                objects.add(kind.decode("ascii"), raw, int(size), unhexlify(base))
        elif fields[-1:] == [b"missing"]:
            listing.unreadable.append(fields[0].decode("ascii", "replace"))


def _complaints(errors: bytes) -> Iterator[str]:
    for line in dict.fromkeys(errors.decode("utf-8", "replace").splitlines()):
        kind, _, message = line.partition(": ")
        if kind in ("error", "fatal"):
            yield message
