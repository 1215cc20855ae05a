"""How git is started: always with the same options and environment, with its exit status checked."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from okx_secret_scan.git.environment import OPTIONS, environment
from okx_secret_scan.model import UserError


class GitError(Exception):
    """A git command failed; the message is git's own last line, without values of the repository."""

    def __init__(self, status: int, stderr: bytes) -> None:
        lines = stderr.decode("utf-8", "replace").strip().splitlines() or [f"git ended with status {status}"]
        super().__init__(lines[-1].removeprefix("fatal: ").removeprefix("error: "))
        self.status = status


def is_git_dir(folder: Path) -> bool:
    """Tell whether `folder` is itself what git keeps in `.git`: a bare repository or a submodule's, say."""
    return (folder / "objects").is_dir() and (folder / "HEAD").is_file()


def command(arguments: Sequence[str | bytes], repository: Path | None = None) -> list[str]:
    """Return the argument vector that runs git on `repository`."""
    where = ["-C", str(repository)] if repository is not None else []
    if repository is not None and is_git_dir(repository):
        # A submodule's repository names a work tree; git would refuse to start if that was removed.
        where.append("--work-tree=.")
    return ["git", *OPTIONS, *where, *map(os.fsdecode, arguments)]


def start(
    arguments: Sequence[str | bytes],
    repository: Path | None = None,
    variables: Mapping[str, str] | None = None,
) -> subprocess.Popen[bytes]:
    """Start git with pipes on all three streams, and `variables` in its environment.

    Raises `UserError` if there is no git to run.
    """
    try:
        return subprocess.Popen(
            command(arguments, repository),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(keep_location=repository is None) | dict(variables or {}),
        )
    except FileNotFoundError:
        raise UserError("git was not found: install it or put it on PATH") from None


def run(arguments: Sequence[str | bytes], repository: Path | None = None, *, stdin: bytes = b"") -> bytes:
    """Run git and return its standard output.

    `repository` is any folder of it; None means the current folder, or what git named to the hook it started.
    Raises `GitError` if git exits with a status other than 0, `UserError` if there is no git to run.
    """
    status, output, errors = run_unchecked(arguments, repository, stdin=stdin)
    if status:
        raise GitError(status, errors)
    return output


def run_unchecked(
    arguments: Sequence[str | bytes], repository: Path | None = None, *, stdin: bytes = b""
) -> tuple[int, bytes, bytes]:
    """Run git as `run` does and return its exit status, standard output and standard error."""
    process = start(arguments, repository)
    output, errors = process.communicate(stdin)
    return process.returncode, output, errors
