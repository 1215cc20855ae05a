"""Where git looks for hooks."""

from __future__ import annotations

from tests.command import Command
from tests.repository import Repository


def test_an_empty_setting_that_keeps_git_from_every_hook_is_said(
    repository: Repository, okx: Command
) -> None:
    repository.git("config", "core.hooksPath", "")
    before = set(repository.path.iterdir())
    for command in ("install", "uninstall", "doctor"):
        run = okx(command)
        assert (run.status, len(run.err.splitlines())) == (2, 1)
        assert "core.hooksPath is empty" in run.err
        assert "install it again" not in run.out + run.err
    assert set(repository.path.iterdir()) == before
