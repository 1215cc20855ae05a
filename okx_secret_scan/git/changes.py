"""Finds, in one pass over a history, where chosen blobs came and went."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from uuid import uuid4

from okx_secret_scan.git.command import GitError, start
from okx_secret_scan.git.commits import Node
from okx_secret_scan.git.repository import Repository, is_partial, shallow_boundary
from okx_secret_scan.git.trees import list_tree

_COMMAND = (
    "diff-tree",
    "--stdin",
    "--always",
    "--root",
    "-r",
    "--raw",
    "-z",
    "--no-renames",
    "--no-ext-diff",
)
# git can leave out other blobs itself; the limit keeps its command line short enough for every platform.
_MAX_NAMED = 400
# Trees that were never downloaded would otherwise cost one git process per commit.
_MAX_FAILURES = 100
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Change:
    """A commit that put blob `new` at `path` where its first parent had `old`; zeros stand for no file."""

    commit: str
    path: str
    old: str
    new: str


@dataclass(slots=True)
class Changes:
    """What a pass found, and the number of commits whose files could not be listed."""

    changes: list[Change] = field(default_factory=list)
    unreadable: int = 0


def find_changes(
    commits: Mapping[str, Node], wanted: AbstractSet[str], repository: Repository, *, jobs: int = 1
) -> Changes:
    """Compare every commit with its first parent and return the changes that touch a blob of `wanted`.

    A commit whose first parent is unknown counts as adding all its files. `jobs` git processes share the
    work.
    """
    boundary = shallow_boundary(repository)
    cut_off = {
        oid
        for oid, node in commits.items()
        if node.parents and node.parents[0] not in commits and oid not in boundary
    }
    lines = [_input_line(oid, node, boundary) for oid, node in commits.items() if oid not in cut_off]
    size = -(-len(lines) // jobs) or 1
    parts = [Changes() for _ in range(0, len(lines), size)]
    threads = [
        threading.Thread(target=_compare_all, args=(lines[size * number :][:size], wanted, repository, part))
        for number, part in enumerate(parts)
    ]
    for thread in threads:
        thread.start()
    parts.extend(_list_files(commit, wanted, repository) for commit in sorted(cut_off))
    for thread in threads:
        thread.join()
    return Changes([c for part in parts for c in part.changes], sum(part.unreadable for part in parts))


def all_changes(commits: Mapping[str, Node], repository: Repository) -> Changes:
    """Compare every commit with its first parent, be that in `commits` or not, and return all changes."""
    boundary = shallow_boundary(repository)
    found = Changes()
    _compare_all([_input_line(*item, boundary) for item in commits.items()], None, repository, found)
    return found


def _input_line(oid: str, node: Node, boundary: AbstractSet[str]) -> str:
    # git compares a merge with every parent unless it is told to use one.
    merge = len(node.parents) > 1 and oid not in boundary
    return f"{oid} {node.parents[0]}" if merge else oid


def _compare_all(
    lines: Sequence[str], wanted: AbstractSet[str] | None, repository: Repository, result: Changes
) -> None:
    # In a partial clone, git would want to fetch the blobs that it is to look for.
    few = wanted is not None and len(wanted) <= _MAX_NAMED and not is_partial(repository)
    command = [*_COMMAND, *(f"--find-object={oid}" for oid in wanted or () if few)]
    done = 0
    while done < len(lines) and result.unreadable < _MAX_FAILURES:
        done += _compare(command, lines[done:], wanted, repository.root, result.changes)
        if done < len(lines):  # git ended at a commit whose trees are not there
            result.unreadable += 1
            done += 1
    result.unreadable += len(lines) - done


def _compare(
    command: Sequence[str],
    lines: Sequence[str],
    wanted: AbstractSet[str] | None,
    repository: Path,
    result: list[Change],
) -> int:
    """Add to `result` until git ends; return how many of `lines` it answered."""
    # git would read the index first, and give up where it is damaged.
    process = start(command, repository, {"GIT_INDEX_FILE": str(repository / f".{uuid4().hex}")})
    assert process.stdin
    assert process.stdout
    assert process.stderr
    helpers = [
        threading.Thread(target=_feed, args=(process.stdin, lines)),
        threading.Thread(target=process.stderr.read),
    ]
    for helper in helpers:
        helper.start()
    answered = 0
    commit = ""
    tokens = _tokens(process.stdout)
    for token in tokens:
        if not token.startswith(b":"):
            commit = token.decode("ascii")
            answered += 1
            continue
        path = next(tokens, b"")
        _, _, old, new, _ = token.decode("ascii").split(" ")
        if wanted is None or old in wanted or new in wanted:
            result.append(Change(commit, os.fsdecode(path), old, new))
    for helper in helpers:
        helper.join()
    process.stdout.close()
    process.stderr.close()
    process.wait()
    return answered


def _tokens(output: IO[bytes]) -> Iterator[bytes]:
    rest = b""
    while block := output.read(_BLOCK):
        *tokens, rest = (rest + block).split(b"\0")
        yield from tokens


def _feed(stdin: IO[bytes], lines: Sequence[str]) -> None:
    with contextlib.suppress(OSError), stdin:  # git may end before it has read everything
        for at in range(0, len(lines), 1000):
            stdin.write("".join(line + "\n" for line in lines[at : at + 1000]).encode("ascii"))


def _list_files(commit: str, wanted: AbstractSet[str], repository: Repository) -> Changes:
    try:
        files = list_tree(commit, repository.root)
    except GitError:
        return Changes(unreadable=1)
    nothing = "0" * repository.oid_length
    return Changes([Change(commit, path, nothing, oid) for _, oid, path in files if oid in wanted])
