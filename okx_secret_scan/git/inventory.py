"""Lists what git holds: every object of the repository, or those that chosen revisions reach."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from okx_secret_scan.git.command import run_unchecked, start

EVERYTHING = ("--all", "--reflog", "--indexed-objects")
"""Where git itself starts to look for what it must keep: refs, reflogs and indexes of all work trees."""

_FORMAT = "--batch-check=%(objecttype) %(objectname) %(objectsize) %(deltabase)"


class Entry(NamedTuple):
    """An object as listed: `size` in bytes, `base` the id that it is stored as a delta of."""

    type: str
    oid: str
    size: int
    base: str | None


@dataclass(slots=True)
class Listing:
    """Objects in the order in which they lie on disk, and what git complained of while listing them.

    `trees` are ids and `entries` all other objects. `unreadable` are ids of objects that are there, damaged,
    `complaints` whole lines about packs, alternates and the like.
    """

    entries: list[Entry] = field(default_factory=list)
    trees: list[str] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Walk:
    """What a walk over revisions met: ids it reached, ids that are missing, and why it broke off, if so."""

    reached: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    broke: str | None = None


def list_all(repository: Path) -> Listing:
    """List every object of the repository and its alternates, reachable or not."""
    command = ["cat-file", "--batch-all-objects", "--buffer", _FORMAT]
    status, output, errors = run_unchecked([*command, "--unordered"], repository)
    if status:
        # A damaged pack stops git from listing in the order of packs; by id it lists all the rest.
        status, output, errors = run_unchecked(command, repository)
    return _listing(output, status, errors)


def list_named(oids: Iterable[str], repository: Path) -> Listing:
    """List the objects of the given ids."""
    stdin = "".join(f"{oid}\n" for oid in oids).encode("ascii")
    status, output, errors = run_unchecked(["cat-file", "--buffer", _FORMAT], repository, stdin=stdin)
    return _listing(output, status, errors)


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


def _listing(output: bytes, status: int, errors: bytes) -> Listing:
    listing = Listing(complaints=list(_complaints(errors)))
    entries = listing.entries
    for line in output.decode("ascii", "replace").split("\n"):
        fields = line.split(" ")
        if fields[0] == "tree":
            listing.trees.append(fields[1])
            continue
        if len(fields) == 4:
            kind, oid, size, base = fields
            entries.append(Entry(kind, oid, int(size), base if base.strip("0") else None))
        elif fields[-1] == "missing":
            listing.unreadable.append(fields[0])
    if status and not listing.complaints:
        listing.complaints.append(f"git stopped listing objects with status {status}")
    return listing


def _complaints(errors: bytes) -> Iterator[str]:
    for line in dict.fromkeys(errors.decode("utf-8", "replace").splitlines()):
        kind, _, message = line.partition(": ")
        if kind in ("error", "fatal"):
            yield message
