"""Files of a tree."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from okx_secret_scan.git.command import run


class TreeFile(NamedTuple):
    """A file of a tree, index or submodule: its mode in octal digits, object id and path with `/`."""

    mode: str
    oid: str
    path: str


def parse_tree(data: bytes, oid_size: int) -> Iterator[TreeFile]:
    """Yield the entries of a tree object, files and folders; `oid_size` is in bytes."""
    at = 0
    while (end := data.find(b"\0", at)) >= 0:
        mode, _, name = data[at:end].partition(b" ")
        at = end + 1 + oid_size
        yield TreeFile(mode.decode("ascii", "replace"), data[end + 1 : at].hex(), os.fsdecode(name))


def list_tree(tree: str, repository: Path) -> list[TreeFile]:
    """Return all files of a tree or commit, at any depth; raises `GitError` if it cannot be read."""
    files = []
    for entry in run(["ls-tree", "-r", "-z", "--full-tree", tree], repository).split(b"\0")[:-1]:
        meta, _, path = entry.partition(b"\t")
        mode, _, oid = meta.decode("ascii").split(" ")
        files.append(TreeFile(mode, oid, os.fsdecode(path)))
    return files
