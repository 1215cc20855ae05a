"""A plain pre-push hook beside that of pre-commit, as docs/hooks.md tells to install it."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys

from tests.command import Command, config
from tests.hooks.frameworks import ROOT
from tests.repository import Repository
from tests.values import account

MODULES = {"pre-commit": "pre_commit", "okx-secret-scan": "okx_secret_scan"}


def documented() -> list[list[str]]:
    """Return the commands that the page gives for a plain hook beside pre-commit."""
    page = (ROOT / "docs/hooks.md").read_text(encoding="utf-8")
    [block] = re.findall(r"```console\n(pre-commit uninstall.*?)```", page, re.DOTALL)
    return [shlex.split(line) for line in block.splitlines()]


def test_the_documented_order_puts_both_hooks_in_place(okx: Command, repository: Repository) -> None:
    remote = repository.path.parent / "remote.git"
    repository.git("init", "--quiet", "--bare", str(remote))
    repository.commit({".pre-commit-config.yaml": "repos: []\n"})

    def run(program: str, *arguments: str) -> int:
        line = [sys.executable, "-m", MODULES[program], *arguments]
        done = subprocess.run(line, cwd=repository.path, env=okx.environment(), capture_output=True)
        return done.returncode

    assert run("pre-commit", "install", "-t", "pre-push") == 0
    assert run("okx-secret-scan", "install", "--stage", "pre-push") == 2
    assert [run(*line) for line in documented()] == [0, 0, 0]
    push = ["git", "push", "--quiet", str(remote), "HEAD:refs/heads/main", "--tags"]

    def pushes() -> bool:
        return subprocess.run(push, cwd=repository.path, env=okx.environment()).returncode == 0

    assert pushes()
    repository.git("tag", "--annotate", "--message", config(account()), "v1")
    assert not pushes(), "pre-commit alone runs nothing for a tag on a published commit"
