"""The repositories of submodules, as far as they are here."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from okx_secret_scan.git.command import GitError
from okx_secret_scan.git.inventory import Objects, list_named
from okx_secret_scan.git.refs import git_dirs, head, index_files
from okx_secret_scan.git.repository import Repository, discover
from okx_secret_scan.git.trees import TreeFile, list_tree
from okx_secret_scan.model import Gap, UserError
from okx_secret_scan.sources.history import Place

_SUBMODULE = "160000"
_ABSENT = (
    "the submodule is not here (git submodule update --init brings it, "
    "--no-submodules leaves all of them out)"
)
_ABSENT_LONG_AGO = (
    "the submodule that other commits have here is not in this clone (--no-submodules leaves all submodules "
    "out; git submodule update --init brings it where one of those commits is checked out)"
)


@dataclass(frozen=True, slots=True)
class Submodule:
    """A submodule's repository and its path; the name it once had if it was removed."""

    path: str
    repository: Repository


@dataclass(frozen=True, slots=True)
class Submodules:
    """The submodules that are here, and gaps for those that should be; `wanted` if anybody asks for them."""

    found: tuple[Submodule, ...] = ()
    gaps: tuple[Gap, ...] = ()
    wanted: bool = True

    @property
    def paths(self) -> set[str | None]:
        """The paths of both."""
        return {submodule.path for submodule in self.found} | {gap.path for gap in self.gaps}


NO_SUBMODULES = Submodules(wanted=False)


def find_submodules(repository: Repository, prefix: str = "") -> Submodules:
    """Return the submodules that HEAD, an index or git's own store knows; all paths are given `prefix`."""
    expected = {file.path: file.oid for file in _files(repository) if file.mode == _SUBMODULE}
    named: dict[Path, tuple[str, Repository]] = {}
    gaps = []
    folders = [
        (path, repository.root / path) for path in expected if (repository.root / path / ".git").exists()
    ]
    for name, folder in [*folders, *_stored(repository)]:
        try:
            inner = discover(folder)
        except UserError as error:
            gaps.append(Gap(f"the submodule cannot be read: {error}", name))
            continue
        if inner.common_dir != repository.common_dir:
            named.setdefault(inner.common_dir, (name, inner))
    found = _placed(list(named.values()), expected, repository)
    present = {submodule.path for submodule in found} | {gap.path for gap in gaps}
    gaps += [Gap(_ABSENT, path, oid) for path, oid in expected.items() if path not in present]
    return Submodules(
        tuple(Submodule(prefix + one.path, one.repository) for one in found),
        tuple(replace(gap, path=f"{prefix}{gap.path}") for gap in gaps),
    )


def lost_links(links: Iterable[bytes], submodules: Submodules) -> set[str]:
    """Return those of `links`, ids of submodules' commits, that none of `submodules` has."""
    lost = {oid.hex() for oid in links} if submodules.wanted else set()
    for submodule in submodules.found:
        lost -= _present(lost, submodule.repository)
    return lost


def lost_submodules(
    lost: Iterable[str], places: Mapping[str, Iterable[Place]], submodules: Submodules
) -> Iterator[Gap]:
    """Yield a gap for each path at which commits have a submodule of which nothing is here.

    `lost` are such commits of submodules, `places` their paths; what `submodules` tell of is not told again.
    """
    told = submodules.paths
    for oid in sorted(lost):
        for _, path in places.get(oid, ()):
            if path is not None and path not in told:
                told.add(path)
                yield Gap(_ABSENT_LONG_AGO, path, oid)


def _placed(
    named: Sequence[tuple[str, Repository]], expected: Mapping[str, str], outer: Repository
) -> list[Submodule]:
    """Return the submodules with their paths; `expected` are the commits at the paths of today.

    One that is not checked out is where a commit is expected that it has, or else known by its name alone.
    """
    found = [Submodule(_path_of(inner, outer) or "", inner) for _, inner in named]
    free = {path: oid for path, oid in expected.items() if path not in {one.path for one in found}}
    for number, (name, inner) in enumerate(named):
        if not found[number].path:
            paths = sorted(free, key=lambda path: path != name)
            path = next((path for path in paths if _present([free[path]], inner)), name)
            free.pop(path, None)
            found[number] = Submodule(path, inner)
    return found


def _present(oids: Iterable[str], repository: Repository) -> set[str]:
    """Return those of `oids` that are in a repository."""
    wanted = sorted(oids)
    listed = list_named(wanted, repository.root).objects if wanted else Objects()
    return {listed.oid(row).hex() for row in range(len(listed))}


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
    """Return where in the work tree of `outer` the work tree of `inner` is, None if it has none there."""
    if inner.bare or not inner.root.is_relative_to(outer.root):
        return None
    return inner.root.relative_to(outer.root).as_posix()
