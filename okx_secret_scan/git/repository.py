"""Finds the repository that a path belongs to, and says clearly why there is none."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from okx_secret_scan.git.command import GitError, run
from okx_secret_scan.model import UserError

_EXAMPLES = 3
_DAMAGED = "the repository here is damaged: git misses its HEAD, objects or refs, or where .git leads to"
_QUESTIONS = ("--absolute-git-dir", "--git-common-dir", "--is-shallow-repository")


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository on disk.

    `root` is where git commands run: the top of the work tree, or the git directory if there is none.
    `git_dir` is that of this work tree, `common_dir` the one that all its work trees share.
    """

    root: Path
    git_dir: Path
    common_dir: Path
    shallow: bool
    object_format: str

    @property
    def bare(self) -> bool:
        """Whether there is no work tree, or none that git commands could run in."""
        return self.root == self.git_dir

    @property
    def objects(self) -> Path:
        """The folder of its objects."""
        return self.common_dir / "objects"

    @property
    def oid_length(self) -> int:
        """The number of hex digits of an object id."""
        return 64 if self.object_format == "sha256" else 40


def discover(path: Path | None = None) -> Repository:
    """Return the repository that contains `path`.

    None means the current folder, or the repository that git named to the hook it started.
    Raises `UserError` if there is no usable repository.
    """
    folder = path if path is not None else Path()
    if not folder.is_dir():
        raise UserError(
            f"{folder}: {'a file, and no repository' if folder.exists() else 'there is no such folder'}"
        )
    try:
        git_dir, common_dir, shallow = _ask(path, *_QUESTIONS)
    except GitError as error:
        raise UserError(_reason(folder, str(error))) from None
    root = _work_tree(path, git_dir) or Path(os.fsdecode(git_dir))
    return Repository(
        root=root,
        git_dir=Path(os.fsdecode(git_dir)),
        common_dir=Path(os.path.abspath(folder / os.fsdecode(common_dir))),  # noqa: PTH100 - keep symbolic links
        shallow=shallow == b"true",
        object_format=_object_format(path),
    )


def discover_nearest(path: Path) -> Repository:
    """Return what `discover` does, but refuse where git has passed over a damaged repository on its way up.

    The history of the repository around it would be taken for its own.
    """
    found = discover(path)
    top = found.root.resolve()
    start = path.resolve()
    for folder in (start, *start.parents):
        if found.bare or folder == top or not folder.is_relative_to(top):
            return found
        if _was_repository(folder):
            raise UserError(f"{path}: {_DAMAGED}")
    return found


def shallow_boundary(repository: Repository) -> frozenset[str]:
    """Return the commits at which a shallow clone was cut off: git reads them as if they had no parents."""
    try:
        return frozenset((repository.common_dir / "shallow").read_text("ascii").split())
    except OSError:
        return frozenset()


def is_partial(repository: Repository) -> bool:
    """Tell whether objects may be absent because they were promised for later and never needed."""
    return any((repository.objects / "pack").glob("*.promisor"))


def _ask(path: Path | None, *questions: str) -> list[bytes]:
    answers = run(["rev-parse", *questions], path).removesuffix(b"\n").split(b"\n")
    if len(answers) == len(questions):
        return answers
    # There is a line break in a path.
    return [run(["rev-parse", question], path).removesuffix(b"\n") for question in questions]


def _work_tree(path: Path | None, git_dir: bytes) -> Path | None:
    try:
        top = Path(os.fsdecode(_ask(path, "--show-toplevel")[0]))
    except GitError:
        return None  # a bare repository, or a path inside a git directory
    if not top.is_absolute():
        return None  # older gits say nothing instead
    return top if path is None or _leads_to(top, git_dir) else None


def _leads_to(top: Path, git_dir: bytes) -> bool:
    """Tell whether git finds `git_dir` from `top`: a repository may name any folder as its work tree."""
    if os.fsencode(top / ".git") == git_dir:
        return True
    try:
        return top.is_dir() and _ask(top, "--absolute-git-dir") == [git_dir]
    except GitError:
        return False


def _was_repository(folder: Path) -> bool:
    bare = (folder / "objects").is_dir() and (folder / "config").is_file()
    return bare or os.path.lexists(folder / ".git")


def _repositories_in(folder: Path) -> list[str]:
    """Return the names of the repositories that lie directly in `folder`."""
    try:
        return sorted(found.name for found in folder.iterdir() if _was_repository(found))
    except OSError:
        return []


def _object_format(path: Path | None) -> str:
    # A git that is too old for the question repeats it, and knows SHA-1 alone.
    answer = _ask(path, "--show-object-format")[0]
    return "sha256" if answer == b"sha256" else "sha1"


def _reason(folder: Path, message: str) -> str:
    if "dubious ownership" in message or "safe.directory" in message:
        trusted = folder.resolve()
        return (
            f"{folder}: git refuses to read this repository because another user owns it; "
            f"if you trust it: git config --global --add safe.directory {trusted}"
        )
    if "safe.bareRepository" in message:
        return f"{folder}: git's setting safe.bareRepository forbids reading this bare repository"
    if "not a git repository" in message and _was_repository(folder):
        return f"{folder}: {_DAMAGED}"
    if "not a git repository" in message and (inside := _repositories_in(folder)):
        examples = " ".join(os.path.join(folder, name) for name in inside[:_EXAMPLES])  # noqa: PTH118 - as it was named
        more = f" and {len(inside) - _EXAMPLES} more" if len(inside) > _EXAMPLES else ""
        return f"{folder}: not a git repository, but holds some; name those: sweep {examples}{more}"
    if "not a git repository" in message:
        return f"{folder}: not a git repository; name one, or scan plain folders with the scan command"
    return f"{folder}: git cannot read this repository: {message}"
