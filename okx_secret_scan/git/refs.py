"""Refs, and the work trees that have indexes and heads of their own."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from okx_secret_scan.git.command import GitError, run, run_unchecked
from okx_secret_scan.git.repository import Repository
from okx_secret_scan.git.trees import TreeFile


@dataclass(frozen=True, slots=True)
class Ref:
    """A ref by its full name: the object it names, and what that is when all tags are taken off."""

    name: str
    oid: str
    peeled: str


def list_refs(repository: Repository) -> list[Ref]:
    """Return all refs, and `HEAD` of every work tree where it names a commit and not a branch."""
    # Asked for no more than this, git need not look at what refs name, which may be missing or damaged.
    _, output, _ = run_unchecked(["for-each-ref", "--format=%(objectname) %(refname)"], repository.root)
    named = [line.partition(b" ") for line in output.splitlines()]
    oids = [oid.decode("ascii") for oid, _, _ in named]
    peeled = _peel(dict.fromkeys(oids), repository)
    refs = [Ref(os.fsdecode(name), oid, peeled[oid]) for oid, (_, _, name) in zip(oids, named, strict=True)]
    return [*refs, *_detached_heads(repository)]


def head(repository: Repository) -> str | None:
    """Return the commit that HEAD names, None on an unborn branch."""
    return _resolve("HEAD", repository)


def git_dirs(repository: Repository) -> list[Path]:
    """Return the git directories of all work trees, the main one first."""
    linked = repository.common_dir / "worktrees"
    folders = sorted(path for path in linked.iterdir() if path.is_dir()) if linked.is_dir() else []
    return [repository.common_dir, *folders]


def reflogs(repository: Repository) -> Iterator[Path]:
    """Yield the files that are the reflogs of all work trees."""
    for folder in git_dirs(repository):
        for parent, _, names in os.walk(folder / "logs"):
            yield from (Path(parent, name) for name in names)


def logged_ids(repository: Repository) -> dict[Path, set[str]]:
    """Return the ids that each reflog names, as far as reflogs can be read."""
    named: dict[Path, set[str]] = {}
    for log in reflogs(repository):
        with contextlib.suppress(OSError):
            entries = [line.split(b" ", 2)[:2] for line in log.read_bytes().splitlines()]
            named[log] = {oid.decode("ascii", "replace") for entry in entries for oid in entry}
    return named


def index_files(repository: Repository) -> list[TreeFile]:
    """Return every entry in the indexes of all work trees."""
    entries = []
    for folder in git_dirs(repository):
        if not (folder / "index").exists():
            continue
        try:
            output = run(["--git-dir", str(folder), "ls-files", "--stage", "-z"], repository.root)
        except GitError:
            continue  # The walk over everything that the indexes name reports a damaged one.
        for entry in output.split(b"\0")[:-1]:
            meta, _, path = entry.partition(b"\t")
            mode, oid, _stage = meta.decode("ascii").split(" ")
            entries.append(TreeFile(mode, oid, os.fsdecode(path)))
    return entries


def _peel(oids: Iterable[str], repository: Repository) -> dict[str, str]:
    """Return for each of `oids` what it is when all tags are taken off; itself if that is not there."""
    peeled = {oid: oid for oid in oids}
    stdin = "".join(f"{oid}^{{}}\n" for oid in peeled).encode("ascii")
    _, output, _ = run_unchecked(["cat-file", "--batch-check", "--buffer"], repository.root, stdin=stdin)
    for oid, line in zip(list(peeled), output.splitlines(), strict=False):
        answer = line.split()
        if len(answer) == 3:  # else it says that something is missing
            peeled[oid] = answer[0].decode("ascii")
    return peeled


def _detached_heads(repository: Repository) -> list[Ref]:
    found = []
    for folder in git_dirs(repository):
        main = folder == repository.common_dir
        name = "HEAD" if main else f"worktrees/{folder.name}/HEAD"
        text = (folder / "HEAD").read_bytes() if (folder / "HEAD").is_file() else b"ref:"
        oid = (
            None if text.startswith(b"ref:") else _resolve("main-worktree/HEAD" if main else name, repository)
        )
        if oid is not None:
            found.append(Ref(name, oid, oid))
    return found


def _resolve(revision: str, repository: Repository) -> str | None:
    arguments = ["rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}"]
    status, output, _ = run_unchecked(arguments, repository.root)
    return None if status else output.decode("ascii").strip()
