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
    "-c", "core.commitGraph=false",
    "-c", "advice.graftFileDeprecated=false",
    "-c", "log.showSignature=false",
    "-c", "protocol.allow=never",
)  # fmt: skip
ENVIRONMENT = {
    "LC_ALL": "C",
    "LANGUAGE": "C",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_GRAFT_FILE": os.devnull,
    # No repository's configuration can overrule it, and older gits do not know GIT_NO_LAZY_FETCH.
    "GIT_ALLOW_PROTOCOL": "none",
}
# Configuration given by the environment is how CI systems declare safe directories.
_CONFIGURATION = ("GIT_CONFIG", "GIT_EXEC_PATH")
# What git tells its own hooks about the commit in progress.
_LOCATION = (
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_COMMON_DIR",
    "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_QUARANTINE_PATH",
)


class GitError(Exception):
    """A git command failed; the message is git's own last line, without values of the repository."""

    def __init__(self, status: int, stderr: bytes) -> None:
        lines = stderr.decode("utf-8", "replace").strip().splitlines() or [f"git ended with status {status}"]
        super().__init__(lines[-1].removeprefix("fatal: ").removeprefix("error: "))
        self.status = status


def command(arguments: Sequence[str | bytes], repository: Path | None = None) -> list[str]:
    """Return the argument vector that runs git on `repository`."""
    where = ["-C", str(repository)] if repository is not None else []
    return ["git", *OPTIONS, *where, *map(os.fsdecode, arguments)]


def environment(repository: Path | None = None) -> dict[str, str]:
    """Return the environment every git process gets.

    Without a `repository`, the repository and index that git names to its hooks stay in force; with one, they
    would lead git away from it and are dropped.
    """
    kept = _CONFIGURATION if repository is not None else _CONFIGURATION + _LOCATION
    inherited = {k: v for k, v in os.environ.items() if not k.startswith("GIT_") or k.startswith(kept)}
    return inherited | ENVIRONMENT


def start(arguments: Sequence[str | bytes], repository: Path | None = None) -> subprocess.Popen[bytes]:
    """Start git with pipes on all three streams; raises `UserError` if there is no git to run."""
    try:
        return subprocess.Popen(
            command(arguments, repository),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(repository),
        )
    except FileNotFoundError:
        raise UserError("git was not found: install it or put it on PATH") from None


def run(arguments: Sequence[str | bytes], repository: Path | None = None, *, stdin: bytes = b"") -> bytes:
    """Run git and return its standard output.

    `repository` is any folder of it; None means the current folder, or what git named to the hook it started.
    Raises `GitError` if git exits with a status other than 0, `UserError` if there is no git to run.
    """
    process = start(arguments, repository)
    output, errors = process.communicate(stdin)
    if process.returncode:
        raise GitError(process.returncode, errors)
    return output
