"""What git's index holds, by object id: the content that a commit would record."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from okx_secret_scan.git.command import GitError, run
from okx_secret_scan.git.environment import LIST_STAGED

SUBMODULE = "160000"
_ABSENT = "000000"
# Windows starts no process with more than 32,767 characters of command line; Linux and macOS allow far more.
_ARGUMENT_BYTES = 24_000 if os.name == "nt" else 100_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One path of the index: its mode in octal digits, blob id, and name relative to the top, with `/`.

    `conflicted` says that a merge left several versions of it there and nobody has chosen yet.
    """

    mode: str
    oid: str
    path: str
    conflicted: bool = False


def staged_entries(repository: Path | None = None) -> list[Entry]:
    """Return the entries in which the index differs from the last commit: all of them before the first one.

    Entries that the index removes are left out. Raises `GitError`.
    """
    try:
        output = run(LIST_STAGED, repository)
    except GitError:
        if _has_commits(repository):
            raise
        return list(_listed(run(["ls-files", "--stage", "-z", "--full-name", ":/"], repository)))
    return list(_changed(output))


def named_entries(names: Sequence[str], repository: Path | None = None) -> tuple[list[Entry], list[str]]:
    """Return the entries at or below `names`, and the names that are neither in the index nor being deleted.

    Names are relative to the current folder (or `repository`) or absolute, and are no patterns.
    Raises `GitError`.
    """
    entries: dict[Entry, None] = {}
    for part in _argument_lists(names):
        entries.update(dict.fromkeys(_listed(_list(part, repository))))
    places = {place for entry in entries for place in _places(entry.path)}
    from_top = _from_top(names, repository)
    doubtful = [name for name in names if from_top[name] not in places]
    # What is left is being deleted, spelt in a way that only git understands, or not there.
    return list(entries), [name for name in doubtful if not _is_known(name, repository)]


def _from_top(names: Sequence[str], repository: Path | None) -> dict[str, str]:
    """Return what each of `names` is called from the top of the work tree."""
    prefix = _answer("--show-prefix", repository)
    absolute = any(Path(name).is_absolute() for name in names)
    top = Path(_answer("--show-toplevel", repository)).resolve() if absolute else Path()
    found = {}
    for name in names:
        path = prefix + name
        if Path(name).is_absolute():
            # The last part stays as it is: it may be a symbolic link, and that is what is staged.
            place = Path(name).parent.resolve() / Path(name).name
            path = str(place.relative_to(top)) if place.is_relative_to(top) else name
        found[name] = posixpath.normpath(path.replace(os.sep, "/"))
    return found


def _answer(question: str, repository: Path | None) -> str:
    return os.fsdecode(run(["rev-parse", question], repository).removesuffix(b"\n"))


def _is_known(name: str, repository: Path | None) -> bool:
    if _list([name], repository):
        return True
    try:
        return bool(
            run(["--literal-pathspecs", "diff-index", "--cached", "--raw", "HEAD", "--", name], repository)
        )
    except GitError:
        return False


def _list(names: Sequence[str], repository: Path | None) -> bytes:
    return run(["--literal-pathspecs", "ls-files", "--stage", "-z", "--full-name", "--", *names], repository)


def _argument_lists(names: Sequence[str]) -> Iterator[list[str]]:
    part: list[str] = []
    size = 0
    for name in names:
        if part and size + len(os.fsencode(name)) > _ARGUMENT_BYTES:
            yield part
            part, size = [], 0
        part.append(name)
        size += len(os.fsencode(name)) + 1
    if part:
        yield part


def _places(path: str) -> Iterator[str]:
    """Yield a path and the folders it lies in."""
    while path:
        yield path
        path = posixpath.dirname(path)
    yield "."


def _has_commits(repository: Path | None) -> bool:
    try:
        run(["rev-parse", "--verify", "--quiet", "HEAD"], repository)
    except GitError:
        return False
    return True


def _changed(output: bytes) -> Iterator[Entry]:
    """Parse `diff-index --raw -z`: `:MODE MODE OID OID STATUS`, then the path."""
    fields = output.split(b"\0")
    for status, path in zip(fields[0::2], fields[1::2], strict=False):
        _, mode, _, oid, letter = status.decode("ascii").split(" ")
        if mode != _ABSENT or letter == "U":
            yield Entry(mode, oid, os.fsdecode(path), conflicted=letter == "U")


def _listed(output: bytes) -> Iterator[Entry]:
    """Parse `ls-files --stage -z`: `MODE OID STAGE`, a tab, then the path; all stages but 0 are conflicts."""
    for line in output.split(b"\0")[:-1]:
        status, _, path = line.partition(b"\t")
        mode, oid, stage = status.decode("ascii").split(" ")
        yield Entry(mode, oid, os.fsdecode(path), conflicted=stage != "0")
