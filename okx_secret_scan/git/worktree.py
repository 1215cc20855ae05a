"""Asks git which files of a work tree count as its content."""

from __future__ import annotations

import os
from pathlib import Path

from okx_secret_scan.git.command import GitError, run, start


def listing(top: Path, below: str = "") -> tuple[list[str], list[str]]:
    """Return the files of the work tree `top`, tracked ones and untracked ones that git does not ignore.

    The first list holds names relative to `top`, with `/`; `below` narrows it to one folder or file. A nested
    repository is one name. The second holds git's warnings about what it could not list.
    Raises `GitError` and `UserError`.
    """
    arguments = ["--literal-pathspecs", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    process = start([*arguments, "--", below or "."], top)
    output, errors = process.communicate()
    if process.returncode:
        raise GitError(process.returncode, errors)
    # A path in conflict is listed once for each of its versions.
    names = sorted({os.fsdecode(name).rstrip("/") for name in output.split(b"\0") if name})
    lines = errors.decode("utf-8", "replace").splitlines()
    return names, [line.removeprefix("warning: ") for line in lines if line.startswith("warning: ")]


def left_out(top: Path) -> list[str]:
    """Return the tracked files that a sparse checkout has left out of the work tree `top`.

    Raises `GitError` and `UserError`.
    """
    marked = run(["ls-files", "-t", "-z"], top).split(b"\0")
    names = [os.fsdecode(line[2:]) for line in marked if line.startswith(b"S ")]
    # People set the same mark on files that are there.
    return [name for name in names if not os.path.lexists(top / name)]


def is_ignored(top: Path, name: str) -> bool:
    """Tell whether git ignores `name` in the work tree `top`. Raises `GitError` and `UserError`."""
    try:
        run(["check-ignore", "--quiet", "--", name], top)
    except GitError as error:
        if error.status == 1:
            return False
        raise
    return True


def is_tracked(top: Path, place: Path) -> bool:
    """Tell whether git tracks `place`, wherever it lies, or anything in it, in the work tree `top`."""
    for name in {os.path.abspath(place), os.path.realpath(place)}:  # noqa: PTH100 - keep symbolic links
        try:
            if run(["--literal-pathspecs", "ls-files", "-z", "--", name], top):
                return True
        except GitError:
            continue  # it is outside
    return False
