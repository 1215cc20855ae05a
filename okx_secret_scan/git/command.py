"""How git is started: one environment, one set of options, checked exit status."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from okx_secret_scan.model import UserError

# Nothing that a repository or a user configures may run a program, fetch, colour or quote what we read.
OPTIONS = (
    "--no-pager",
    "--no-replace-objects",
    "--no-optional-locks",
    "-c", "core.quotePath=false",
    "-c", "color.ui=false",
    "-c", "core.fsmonitor=false",
    "-c", "core.hooksPath=" + os.devnull,
    "-c", "core.alternateRefsCommand=",
    "-c", "log.showSignature=false",
    "-c", "protocol.allow=never",
)  # fmt: skip
ENVIRONMENT = {
    "LC_ALL": "C",
    "LANGUAGE": "C",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_EXTERNAL_DIFF": "",
}


class GitError(Exception):
    """A git command failed; the message is git's own last line, without values of the repository."""

    def __init__(self, status: int, stderr: bytes) -> None:
        lines = stderr.decode("utf-8", "replace").strip().splitlines() or [f"git ended with status {status}"]
        super().__init__(lines[-1].removeprefix("fatal: ").removeprefix("error: "))
        self.status = status


def command(arguments: Sequence[str | bytes], repository: Path | None = None) -> list[str | bytes]:
    """Return the argument vector that runs git on `repository` (default: the current directory)."""
    where = ["-C", str(repository)] if repository is not None else []
    return ["git", *OPTIONS, *where, *arguments]


def environment() -> dict[str, str]:
    """Return the environment every git process gets."""
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(("GIT_TRACE", "GIT_PAGER"))}
    return inherited | ENVIRONMENT


def run(arguments: Sequence[str | bytes], repository: Path | None = None, *, stdin: bytes = b"") -> bytes:
    """Run git and return its standard output.

    Raises `GitError` if it exits with a status other than 0, `UserError` if there is no git to run.
    """
    try:
        done = subprocess.run(
            command(arguments, repository), input=stdin, capture_output=True, env=environment(), check=False
        )
    except FileNotFoundError:
        raise UserError("git was not found: install it or put it on PATH") from None
    if done.returncode:
        raise GitError(done.returncode, done.stderr)
    return done.stdout
