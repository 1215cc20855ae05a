"""Files on disk: a git work tree without what git ignores, or everything below a folder."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from okx_secret_scan.git import worktree
from okx_secret_scan.git.command import GitError
from okx_secret_scan.git.repository import discover
from okx_secret_scan.model import Blob, Gap, UserError
from okx_secret_scan.sources.mapped import Mapped, mapped

LIMIT = 256 * 1024 * 1024
"""Bytes of the largest file that is read."""
MAPPED = 8 * 1024 * 1024
"""Bytes of the smallest file that is mapped; what is smaller is read as fast."""

# How git warns of a folder with untracked files that it may not read.
_UNLISTED = re.compile(r"could not open directory '(.*)/': .*", re.DOTALL)
_SHARE_BYTES = MAPPED  # so that a large file is a share of its own
_SHARE_FILES = 2000


@dataclass(frozen=True, slots=True)
class Files:
    """Files to read, named relative to the folder `base`, with `/`."""

    base: Path
    names: tuple[str, ...]
    gaps: tuple[Gap, ...] = ()

    def read(self) -> Iterator[Blob | Mapped | Gap]:
        """Yield each regular file and each symbolic link (whose content is the path it leads to)."""
        yield from self.gaps
        for name in self.names:
            item = _read(self.base / name, name)
            if item is not None:
                yield item


@dataclass(frozen=True, slots=True)
class Plan:
    """What to scan; all paths are relative to `root`, whose configuration applies."""

    root: Path
    shares: tuple[Files, ...]


def plan(paths: Sequence[str], *, all_files: bool = False) -> Plan:
    """Find the files that `paths` name.

    In a git work tree a folder stands for the files that are tracked or not ignored; elsewhere, and with
    `all_files`, for everything below it. What is named itself is read even if git ignores it.
    Raises `UserError` for a path that cannot be scanned.
    """
    found = _Found()
    roots = []
    for name in paths:
        target = _target(name)
        top = _top(target)
        if not target.is_dir():
            found.add(target.as_posix())
            roots.append(top or _home(target))
            continue
        roots.append(top or (target if len(paths) == 1 else _home(target)))
        if top is None or all_files:
            found.walk(target)
        else:
            found.ask_git(top, target)
    try:
        root = Path(os.path.commonpath(roots))
    except ValueError:
        raise UserError("the paths lie on different drives: scan each drive by itself") from None
    return Plan(root, tuple(_shares(root, found)))


@dataclass(slots=True)
class _Found:
    """Absolute paths, with `/`: of files with their size, and of what could not be listed with the reason."""

    files: dict[str, int] = field(default_factory=dict)
    failures: list[tuple[str, str]] = field(default_factory=list)

    def add(self, file: str) -> bool:
        """Add a file or a link; return whether it is one, as far as can be seen, and no folder."""
        try:
            status = os.lstat(file)
        except OSError:
            self.files[file] = 0  # told when it is read
            return True
        if stat.S_ISDIR(status.st_mode):
            return False
        self.files[file] = status.st_size
        return True

    def walk(self, folder: Path) -> None:
        """Add everything below `folder` but git's own folders."""

        def failed(error: OSError) -> None:
            self.failures.append(
                (Path(error.filename).as_posix(), f"folder cannot be listed: {error.strerror}")
            )

        for parent, folders, files in os.walk(folder, onerror=failed):
            # A link to a folder is content like a link to a file, and is not followed.
            links = [name for name in folders if os.path.islink(os.path.join(parent, name))]  # noqa: PTH114, PTH118
            folders[:] = sorted(name for name in folders if name != ".git" and name not in links)
            prefix = _prefix(Path(parent))
            for name in (*files, *links):
                self.add(prefix + name)

    def ask_git(self, top: Path, folder: Path) -> None:
        """Add what the work tree at `top` holds in `folder`, with the repositories nested in it."""
        below = "" if folder == top else folder.relative_to(top).as_posix()
        try:
            if below and worktree.is_ignored(top, below):
                self.walk(folder)
                return
            names, warnings = worktree.listing(top, below)
        except GitError as error:
            if "safe.directory" in str(error):
                discover(top)  # says how to trust it
            raise UserError(
                f"{top}: git cannot list its files ({error}); --all-files reads them without git"
            ) from None
        prefix = _prefix(top)
        for warning in warnings:
            folder_named = _UNLISTED.fullmatch(warning)
            self.failures.append((prefix + folder_named[1] if folder_named else top.as_posix(), warning))
        for name in names:
            is_folder = not self.add(prefix + name)
            if is_folder and _exists(top / name / ".git"):
                self.ask_git(top / name, top / name)


def _target(name: str) -> Path:
    """Return the absolute path that `name` stands for; links are followed, since they were named."""
    if not name:
        raise UserError("an empty path: name a file or folder, `.` for the current one")
    try:
        target = Path(name).resolve(strict=True)
        mode = target.stat().st_mode
    except OSError as error:
        raise UserError(f"{name}: {error.strerror}") from None
    except RuntimeError:
        raise UserError(f"{name}: the link leads to itself") from None
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise UserError(
            f"{name}: neither file nor folder; to scan a stream, use: okx-secret-scan scan - < {name}"
        )
    if stat.S_ISDIR(mode) and not os.access(target, os.X_OK):
        raise UserError(f"{name}: the folder may not be entered: Permission denied")
    if _is_bare_repository(target):
        raise UserError(f"{name}: a bare git repository; scan it with: okx-secret-scan history {name}")
    return target


def _is_bare_repository(folder: Path) -> bool:
    """Return whether `folder` holds git's own files and no work tree: compressed, they would look clean."""
    return all((folder / part).exists() for part in ("HEAD", "objects", "refs")) and folder.name != ".git"


def _top(target: Path) -> Path | None:
    """Return the work tree that `target` lies in, None if it lies in none or in git's own folder."""
    for folder in (target, *target.parents):
        if folder.name == ".git":
            return None
        if _exists(folder / ".git"):
            return folder
    return None


def _exists(path: Path) -> bool:
    """Tell whether there is something at `path`; False, too, if its folder cannot be read."""
    try:
        return path.exists()
    except OSError:
        return False


def _home(target: Path) -> Path:
    """Return the folder that a path outside git is shown relative to."""
    here = Path.cwd()
    return here if target.is_relative_to(here) else target.parent


def _prefix(folder: Path) -> str:
    """Return what the paths below `folder` begin with."""
    return folder.as_posix().rstrip("/") + "/"


def _shares(root: Path, found: _Found) -> Iterator[Files]:
    """Cut the files into shares that are worth a process each, with the gaps in the first."""
    skipped = len(_prefix(root))
    gaps = tuple(Gap(text, place[skipped:] or ".") for place, text in found.failures)
    names: list[str] = []
    size = 0
    for file in sorted(found.files, key=lambda file: file.split("/")):
        if found.files[file] >= MAPPED and names:
            yield Files(root, tuple(names), gaps)
            names, size, gaps = [], 0, ()
        names.append(file[skipped:])
        size += found.files[file]
        if size >= _SHARE_BYTES or len(names) >= _SHARE_FILES:
            yield Files(root, tuple(names), gaps)
            names, size, gaps = [], 0, ()
    if names or gaps:
        yield Files(root, tuple(names), gaps)


def _read(file: Path, path: str) -> Blob | Mapped | Gap | None:
    """Read one file; None if it holds nothing to read: it is gone, a folder or a device."""
    try:
        status = file.lstat()
        if stat.S_ISLNK(status.st_mode):
            return Blob(os.fsencode(file.readlink()), path)
        if not stat.S_ISREG(status.st_mode):
            return None
        if status.st_size > LIMIT:
            return Gap(f"larger than {LIMIT >> 20} MiB (--exclude leaves it out)", path)
        large = mapped(file, path) if status.st_size >= MAPPED else None
        return large or Blob(file.read_bytes(), path)
    except FileNotFoundError:
        return None
    except OSError as error:
        return Gap(f"cannot be read: {error.strerror}", path)
