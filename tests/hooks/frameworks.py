"""Ways in which people let git call the hooks: plain scripts, and the hook managers from PyPI."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.command import Run
from tests.repository import Repository, isolated_environment

ROOT = Path(__file__).parents[2]
PROGRAMS = Path(sys.executable).parent
STAGES = ("pre-commit", "pre-merge-commit", "commit-msg", "pre-push")
FRAMEWORKS = ("plain", "pre-commit", "prek", "lefthook")
LEFTHOOK = """\
pre-commit: {jobs: [{run: okx-secret-scan staged}]}
pre-merge-commit: {jobs: [{run: okx-secret-scan staged}]}
commit-msg: {jobs: [{run: "okx-secret-scan message {1}"}]}
pre-push: {jobs: [{run: "okx-secret-scan push {1} {2}", use_stdin: true}]}
"""


def manifest() -> list[dict[str, Any]]:
    """Return the hooks that this project offers to pre-commit."""
    hooks: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    return hooks


def local_configuration() -> str:
    """Return a configuration with the hooks of the manifest, run by the installed program (JSON is YAML)."""
    hooks = [hook | {"language": "system"} for hook in manifest()]
    for hook in hooks:
        hook.pop("minimum_pre_commit_version")  # belongs into manifests alone
    return json.dumps({"repos": [{"repo": "local", "hooks": hooks}]})


@dataclass(frozen=True)
class Site:
    """A repository with hooks and a first commit, published on `origin`."""

    framework: str
    local: Repository
    remote: Repository

    def run(self, *command: str, environment: Mapping[str, str] | None = None) -> Run:
        """Run a command in the repository as a user would, with this project's program on the path."""
        variables = isolated_environment(self.local.home) | {
            "PATH": f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}",
            "PYTHONUTF8": "1",
            "LEFTHOOK_VERBOSE": "false",
        }
        done = subprocess.run(
            command,
            cwd=self.local.path,
            env=variables | dict(environment or {}),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        out, err = (stream.decode("utf-8", "replace") for stream in (done.stdout, done.stderr))
        assert "Traceback" not in out + err, out + err
        return Run(done.returncode, out, err)

    def git(self, *arguments: str) -> Run:
        """Run git with its hooks."""
        return self.run("git", *arguments)

    def unseen(self, name: str, content: str | bytes) -> None:
        """Commit a file behind the hooks' back."""
        self.local.add({name: content})
        self.local.git("commit", "--quiet", "--no-verify", "--message=Unseen")

    def passes(self, *arguments: str) -> None:
        """Run git, which must succeed."""
        run = self.git(*arguments)
        assert run.status == 0, run

    def is_blocked(self, secret: str, *arguments: str) -> None:
        """Run git, which must fail for `secret`, named by its mask alone."""
        run = self.git(*arguments)
        assert run.status != 0, run
        assert secret[:4] + "*" in run.out + run.err, run
        assert secret not in run.out + run.err


def site(framework: str, place: Path) -> Site:
    """Make a repository in `place` whose hooks are called by `framework`."""
    remote = Repository(place / "remote.git", "--bare")
    local = Repository(place / "repository")
    made = Site(framework, local, remote)
    if framework in ("pre-commit", "prek"):
        local.write(".pre-commit-config.yaml", local_configuration())
    elif framework == "lefthook":
        local.write("lefthook.yml", LEFTHOOK)
    local.commit({"README": "A trading bot.\n"})
    local.git("remote", "add", "origin", str(remote.path))
    local.git("push", "--quiet", "origin", "main")
    install = {
        "plain": ["okx-secret-scan", "install"],
        "lefthook": ["lefthook", "install"],
    }.get(framework) or [framework, "install", *(f"--hook-type={stage}" for stage in STAGES)]
    run = made.run(*install)
    assert run.status == 0, run
    return made
