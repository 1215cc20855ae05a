"""A throw-away copy of a repository in which git may run hooks, as it does for its user."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from okx_secret_scan.git import hooks
from okx_secret_scan.git.command import GitError, run
from okx_secret_scan.git.repository import Repository

# Configuration of hook managers and of this program, as it lies in the work tree now, committed or not.
_FILES = (
    ".pre-commit-config.yaml", "prek.toml",
    "lefthook.yml", "lefthook.yaml", "lefthook-local.yml", ".lefthook.yml",
    ".husky", "package.json",
    "pyproject.toml", "setup.cfg", ".okx-secret-scan.toml", ".okx-secret-scan-ignore",
)  # fmt: skip
# What ties a repository to its own place or storage.
_NOT_COPIED = (
    "branch.", "extensions.", "gc.", "include", "remote.", "submodule.",
    "core.bare", "core.repositoryformatversion", "core.sparse", "core.worktree",
)  # fmt: skip
_SETTINGS = (
    "-c", "user.name=canary",
    "-c", "user.email=canary@localhost",
    "-c", "commit.gpgSign=false",
    "-c", "tag.gpgSign=false",
    "-c", "gc.auto=0",
    "-c", "protocol.file.allow=always",
)  # fmt: skip
_PATIENCE = 600


def copy(repository: Repository, folder: Path) -> None:
    """Make `folder` a repository with the last commit, the hooks and the configuration of `repository`.

    It borrows the objects of `repository` and writes nothing there. Raises `GitError`.
    """
    folder.mkdir()
    as_user(["init", "--quiet", f"--object-format={repository.object_format}"], folder)
    borrowed = folder / ".git" / "objects" / "info" / "alternates"
    borrowed.write_bytes(os.fsencode(repository.objects) + b"\n")
    for key, value in _configuration(repository):
        run(["config", "--local", "--add", key, value], folder)
    head = _head(repository)
    if head is not None:
        run(["update-ref", "HEAD", head], folder)
        run(["reset", "--quiet", "--hard"], folder)
    for name in _FILES:
        _copy(repository.root / name, folder / name)
    _copy_hooks(repository, folder)
    as_user(["add", "--all"], folder)
    as_user(["commit", "--quiet", "--no-verify", "--allow-empty", "--message=Start"], folder)


def as_user(arguments: list[str], folder: Path) -> tuple[int, str]:
    """Run git in `folder` with its hooks and return its exit status and what it and they printed.

    Raises `GitError` if it takes longer than ten minutes.
    """
    # An editor would wait for somebody; large files that are kept elsewhere need not be fetched.
    variables = {"GIT_EDITOR": ":", "GIT_TERMINAL_PROMPT": "0", "GIT_LFS_SKIP_SMUDGE": "1"}
    inherited = {
        k: v for k, v in os.environ.items() if not k.startswith("GIT_") or k.startswith("GIT_CONFIG")
    }
    try:
        done = subprocess.run(
            ["git", *_SETTINGS, *arguments],
            cwd=folder,
            env=inherited | variables,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=_PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise GitError(
            -1, f"git {arguments[0]} with its hooks takes longer than {_PATIENCE} s".encode()
        ) from None
    return done.returncode, done.stdout.decode("utf-8", "replace")


def _configuration(repository: Repository) -> list[tuple[str, str]]:
    output = run(["config", "--local", "-z", "--list"], repository.root)
    entries = (os.fsdecode(entry).partition("\n") for entry in output.split(b"\0")[:-1])
    return [(key, value) for key, _, value in entries if not key.startswith(_NOT_COPIED)]


def _head(repository: Repository) -> str | None:
    try:
        return (
            run(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"], repository.root)
            .decode("ascii")
            .strip()
        )
    except GitError:
        return None


def _copy_hooks(repository: Repository, folder: Path) -> None:
    source = hooks.directory(repository)
    default = repository.common_dir / "hooks"
    if source == default:
        target = folder / ".git" / "hooks"
    elif source.is_relative_to(repository.root):
        target = folder / source.relative_to(repository.root)
        run(["config", "core.hooksPath", str(target)], folder)
    else:
        return  # a folder that several repositories share serves the copy as well
    _copy(source, target)


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, dirs_exist_ok=True)
    elif source.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, target)
