"""The repositories of submodules, as far as they are here."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from okx_secret_scan.git.command import GitError
from okx_secret_scan.git.refs import git_dirs, head, index_files
from okx_secret_scan.git.repository import Repository, discover
from okx_secret_scan.git.trees import TreeFile, list_tree
from okx_secret_scan.model import Gap, UserError

_SUBMODULE = "160000"


@dataclass(frozen=True, slots=True)
class Submodule:
    """A submodule's repository and its path in the one above; the name it once had if it was removed."""

    path: str
    repository: Repository


def find_submodules(repository: Repository) -> tuple[list[Submodule], list[Gap]]:
    """Return the submodules that HEAD, an index or git's own store knows; gaps stand for those not here."""
    expected = {file.path: file.oid for file in _files(repository) if file.mode == _SUBMODULE}
    found: dict[Path, Submodule] = {}
    gaps = []
    folders = [
        (path, repository.root / path) for path in expected if (repository.root / path / ".git").exists()
    ]
    for path, folder in [*folders, *_stored(repository)]:
        try:
            inner = discover(folder)
        except UserError as error:
            gaps.append(Gap(f"the submodule cannot be read: {error}", path))
            continue
        if inner.common_dir != repository.common_dir:
            found.setdefault(inner.common_dir, Submodule(_path_of(inner, repository) or path, inner))
    present = {submodule.path for submodule in found.values()} | {gap.path for gap in gaps}
    for path, oid in expected.items():
        if path not in present:
            gaps.append(
                Gap(
                    "the submodule is not here (git submodule update --init brings it, "
                    "--no-submodules leaves all of them out)",
                    path,
                    oid,
                )
            )
    return list(found.values()), gaps


def _files(repository: Repository) -> list[TreeFile]:
    commit = head(repository)
    try:
        committed = list_tree(commit, repository.root) if commit else []
    except GitError:
        committed = []  # The sweep itself reports what is missing.
    return [*committed, *index_files(repository)]


def _stored(repository: Repository) -> Iterator[tuple[str, Path]]:
    """Yield name and git directory of every submodule that git keeps, checked out or not."""
    for git_dir in git_dirs(repository):
        modules = git_dir / "modules"
        for parent, folders, files in os.walk(modules):
            if "HEAD" in files and "objects" in folders:
                folders.clear()  # What is below belongs to the submodule.
                yield Path(parent).relative_to(modules).as_posix(), Path(parent)


def _path_of(inner: Repository, outer: Repository) -> str | None:
    return inner.root.relative_to(outer.root).as_posix() if inner.root.is_relative_to(outer.root) else None
