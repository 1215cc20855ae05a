"""Reads objects by id: from packs where that is faster, the others through one `git cat-file`."""

from __future__ import annotations

import contextlib
import hashlib
import subprocess
import threading
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from okx_secret_scan.git.command import run, start

_SHA1_LENGTH = 40


@dataclass(frozen=True, slots=True)
class GitObject:
    """An object as git stores it: `type` is `blob`, `commit`, `tag` or `tree`."""

    oid: str
    type: str
    data: bytes

    @property
    def intact(self) -> bool:
        """Whether its content is what its id was made from; git does not look when it reads a pack."""
        digest = hashlib.new("sha1" if len(self.oid) == _SHA1_LENGTH else "sha256", usedforsecurity=False)
        digest.update(f"{self.type} {len(self.data)}\0".encode("ascii"))
        digest.update(self.data)
        return digest.hexdigest() == self.oid


@dataclass(frozen=True, slots=True)
class UnreadableObject:
    """An object that is missing or damaged; `message` says which, in a few words."""

    oid: str
    message: str


def read_objects(
    oids: Sequence[str], repository: Path | None = None, folder: Path | None = None
) -> Iterator[GitObject | UnreadableObject]:
    """Yield one answer for each id of `oids`, in any order.

    `folder` is where the repository keeps its objects: its packs are read without git where something is
    installed that does so faster.
    Raises `GitError` if git cannot read the repository at all.
    """
    left = list(oids)
    if folder is not None and left:
        left = yield from _in_packs(left, folder)
    yield from _through_git(left, repository)


def _in_packs(oids: Sequence[str], folder: Path) -> Generator[GitObject, None, list[str]]:
    """Yield those of `oids` that can be read from packs and return the others."""
    from okx_secret_scan.git import packs  # hooks do without it

    engine = packs.engine()
    if engine is None:
        return list(oids)
    left = []
    with packs.Packs(folder, len(oids[0]) // 2, engine) as all_packs:
        for oid in oids:
            found = all_packs.read(bytes.fromhex(oid))
            if found is None:
                left.append(oid)
            else:
                yield GitObject(oid, *found)
    return left


def _through_git(oids: Sequence[str], repository: Path | None) -> Iterator[GitObject | UnreadableObject]:
    """Yield one answer for each id of `oids`.

    A damaged object ends the git process that meets it; reading goes on behind it with a new one.
    """
    done = 0
    while done < len(oids):
        answers = 0
        for answer in _read_until_death(oids[done:], repository):
            answers += 1
            yield answer
        done += answers
        if not answers:
            run(["rev-parse", "--git-dir"], repository)
            # The repository is there, so the first object is what killed git.
            yield UnreadableObject(oids[done], "the object is damaged")
            done += 1


def _read_until_death(oids: Sequence[str], repository: Path | None) -> Iterator[GitObject | UnreadableObject]:
    process = start(["cat-file", "--batch", "--buffer"], repository)
    assert process.stdin
    assert process.stdout
    assert process.stderr
    # git stops reading ids while its output waits to be read, so somebody else has to write them.
    helpers = [
        threading.Thread(target=_feed, args=(process.stdin, oids), daemon=True),
        threading.Thread(target=_drain, args=(process.stderr,), daemon=True),
    ]
    for helper in helpers:
        helper.start()
    try:
        yield from _answers(process.stdout, oids)
    finally:
        _stop(process)
        for helper in helpers:
            helper.join()
        process.stdout.close()


def _answers(output: IO[bytes], oids: Sequence[str]) -> Iterator[GitObject | UnreadableObject]:
    for oid in oids:
        header = output.readline().split()
        if len(header) == 2:
            yield UnreadableObject(oid, f"the object is {header[1].decode('ascii', 'replace')}")
            continue
        if len(header) != 3:
            return
        size = int(header[2])
        try:
            data = output.read(size)
        except (MemoryError, OverflowError):  # in a damaged pack a size can be anything
            yield UnreadableObject(oid, f"the object does not fit into memory: {size:,} bytes")
            return
        if len(data) != size:
            yield UnreadableObject(oid, "the object is damaged")
            return
        output.read(1)
        yield GitObject(oid, header[1].decode("ascii"), data)


def _feed(stdin: IO[bytes], oids: Sequence[str]) -> None:
    # The pipe breaks when git dies or the reader loses interest.
    with contextlib.suppress(OSError), stdin:
        for start_ in range(0, len(oids), 1000):
            stdin.write("".join(oid + "\n" for oid in oids[start_ : start_ + 1000]).encode("ascii"))


def _drain(stderr: IO[bytes]) -> None:
    with stderr:
        while stderr.read(1 << 16):
            pass


def _stop(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.kill()
    process.wait()
