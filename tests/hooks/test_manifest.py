"""What this project offers to pre-commit and prek, and how they run it on request."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import Command, config
from tests.hooks.frameworks import ROOT, Site, manifest, site
from tests.repository import Repository, isolated_environment
from tests.values import account

HOOKS = {hook["id"]: hook for hook in manifest()}


def test_the_hooks_are_those_that_are_documented() -> None:
    stages = {name: hook["stages"] for name, hook in HOOKS.items()}
    assert stages == {
        "okx-secrets": ["pre-commit", "pre-merge-commit", "manual"],
        "okx-secrets-message": ["commit-msg"],
        "okx-secrets-push": ["pre-push"],
        "okx-secrets-history": ["manual"],
    }
    for hook in HOOKS.values():
        assert hook["language"] == "python"
        assert hook["minimum_pre_commit_version"] == "3.2.0"
    for name in ("okx-secrets-push", "okx-secrets-history"):
        assert HOOKS[name]["always_run"] is True
        assert HOOKS[name]["pass_filenames"] is False
    assert HOOKS["okx-secrets"]["types"] == []
    assert HOOKS["okx-secrets"]["require_serial"] is True


@pytest.mark.parametrize("hook", HOOKS)
def test_each_hook_names_a_command(hook: str, okx: Command) -> None:
    program, *arguments = HOOKS[hook]["entry"].split()
    assert program == "okx-secret-scan"
    assert okx(*arguments, "--help").status == 0


@pytest.fixture(params=["pre-commit", "prek"])
def hooked(request: pytest.FixtureRequest, tmp_path: Path) -> Site:
    return site(request.param, tmp_path)


def test_all_files(hooked: Site) -> None:
    assert hooked.run(hooked.framework, "run", "--all-files").status == 0
    hooked.unseen("config.py", config(account()))
    run = hooked.run(hooked.framework, "run", "--all-files")
    assert run.status == 1
    assert "config.py" in run.out


def test_a_link_and_a_file_with_nul_bytes_are_handed_over(hooked: Site) -> None:
    leak = account()
    hooked.unseen("data", config(leak).encode() + b"\0")
    assert hooked.run(hooked.framework, "run", "--all-files").status == 1


def test_files_between_two_revisions(hooked: Site) -> None:
    base = hooked.local.id()
    hooked.unseen("config.py", config(account()))
    leaking = hooked.local.id()
    hooked.unseen("other.py", "DEBUG = True\n")

    def run(*more: str) -> int:
        return hooked.run(hooked.framework, "run", *more).status

    assert run("--from-ref", base, "--to-ref", "HEAD") == 1
    assert run("--from-ref", leaking, "--to-ref", "HEAD") == 0
    assert run("--hook-stage=pre-push", "--from-ref", base, "--to-ref", "HEAD") == 1
    assert run("--hook-stage=pre-push", "--from-ref", leaking, "--to-ref", "HEAD") == 0


def test_the_sweep_runs_on_request(hooked: Site) -> None:
    command = [hooked.framework, "run", "--hook-stage=manual", "okx-secrets-history"]
    assert hooked.run(*command).status == 0
    hooked.unseen("config.py", config(account()))
    hooked.unseen("config.py", "DEBUG = True\n")
    assert hooked.run(*command).status == 1


@pytest.mark.slow
def test_a_clean_checkout_can_be_tried(repository: Repository, tmp_path: Path) -> None:
    checkout = tmp_path / "checkout"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(checkout)], check=True)
    base = repository.commit({"README": "A trading bot.\n"})
    repository.commit({"config.py": config(account())})
    repository.write("message", "Explain\n\n" + config(account()))

    def attempt(hook: str, *options: str) -> str:
        """Return what the hook prints; it must find something."""
        done = subprocess.run(
            [
                sys.executable,
                "-P",
                "-m",
                "pre_commit",
                "try-repo",
                str(checkout),
                hook,
                "--verbose",
                *options,
            ],
            cwd=repository.path,
            env=isolated_environment(repository.home) | {"PRE_COMMIT_HOME": str(tmp_path / "environments")},
            capture_output=True,
            check=False,
        )
        out = done.stdout.decode("utf-8", "replace")
        assert done.returncode == 1, out + done.stderr.decode("utf-8", "replace")
        assert f"hook id: {hook}" in out
        return out

    assert "config.py" in attempt("okx-secrets", "--all-files")
    assert "exit code: 1" in attempt(
        "okx-secrets-message", "--hook-stage=commit-msg", "--commit-msg-filename=message"
    )
    assert "config.py" in attempt(
        "okx-secrets-push", "--hook-stage=pre-push", "--from-ref", base, "--to-ref", "HEAD"
    )
    assert "config.py" in attempt("okx-secrets-history", "--hook-stage=manual")
