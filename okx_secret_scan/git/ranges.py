"""What revisions would bring to a repository that already has others."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from okx_secret_scan.git.command import GitError, run
from okx_secret_scan.model import UserError


@dataclass(frozen=True, slots=True)
class Introduced:
    """What the other side does not have, by object id: `annotations` (commits and tags), and `files`.

    A file comes with the first path met, relative to the top, cut at a line end; None if it has none.
    `missing` objects should be there but are not; `cut` are commits whose parents a shallow clone left out.
    """

    annotations: tuple[str, ...]
    files: tuple[tuple[str, str | None], ...]
    missing: tuple[str, ...]
    cut: tuple[str, ...]


def is_zero(oid: str) -> bool:
    """Say whether `oid` is the one by which git says that there is no object."""
    return bool(oid) and not oid.strip("0")


def resolve(revision: str, repository: Path | None = None) -> str:
    """Return the object id of `revision`; raises `UserError` if there is no such thing."""
    if is_zero(revision):
        raise UserError(
            f"{revision} stands for no commit (a new or deleted branch): name a branch to compare with"
        )
    try:
        oid = run(
            ["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{object}"], repository
        )
        return _last_line(oid)
    except GitError:
        raise UserError(
            f"{revision} is not in this repository: name a revision that is; in CI, fetch the whole history"
        ) from None


def tips(patterns: Sequence[str], repository: Path | None = None) -> dict[str, str]:
    """Return the refs below `patterns`, such as `refs/heads/`, with the object ids they point to."""
    output = run(["for-each-ref", "--format=%(objectname) %(refname)", *patterns], repository)
    pairs = (os.fsdecode(line).split(" ", 1) for line in output.splitlines())
    return {name: oid for oid, name in pairs}


def introduced(new: Iterable[str], known: Iterable[str], repository: Path | None = None) -> Introduced:
    """List what the object ids `new` reach and the ids `known` do not; of the latter absent ones are ignored.

    Raises `GitError` if git cannot walk from `new`.
    """
    present = _types(dict.fromkeys(known), repository)
    revisions = "".join(f"{oid}\n" for oid in new) + "".join(f"^{oid}\n" for oid in present)
    output = run(
        ["rev-list", "--objects", "--missing=print", "--stdin"], repository, stdin=revisions.encode("ascii")
    )
    missing, paths = [], {}
    for line in output.splitlines():
        oid, _, path = line.partition(b" ")
        if oid.startswith(b"?"):
            missing.append(oid[1:].decode("ascii"))
        else:
            paths[oid.decode("ascii")] = os.fsdecode(path)
    types = _types(paths, repository)
    annotations = tuple(oid for oid, type_ in types.items() if type_ in ("commit", "tag"))
    shallow = _shallow(repository)
    return Introduced(
        annotations,
        tuple((oid, paths[oid] or None) for oid, type_ in types.items() if type_ == "blob"),
        tuple(missing),
        tuple(oid for oid in annotations if oid in shallow),
    )


def _types(oids: Iterable[str], repository: Path | None) -> dict[str, str]:
    """Return the types of those `oids` that the repository has."""
    stdin = "".join(f"{oid}\n" for oid in oids).encode("ascii")
    output = run(
        ["cat-file", "--batch-check=%(objectname) %(objecttype)", "--buffer"], repository, stdin=stdin
    )
    return {oid: type_ for oid, type_ in _pairs(output) if type_ != "missing"}


def _pairs(output: bytes) -> Iterator[tuple[str, str]]:
    for line in output.decode("ascii").splitlines():
        oid, _, word = line.partition(" ")
        yield oid, word


def _shallow(repository: Path | None) -> frozenset[str]:
    file = (repository or Path()) / _last_line(run(["rev-parse", "--git-path", "shallow"], repository))
    try:
        return frozenset(file.read_text(encoding="ascii").split())
    except FileNotFoundError:
        return frozenset()


def _last_line(output: bytes) -> str:
    return os.fsdecode(output).removesuffix("\n").rpartition("\n")[2]
