"""Baselines where git has checked out a part of the files only."""

from __future__ import annotations

from okx_secret_scan.policy.baseline import NAME
from tests.command import Command, config
from tests.repository import Repository
from tests.values import account


def test_what_a_sparse_checkout_leaves_out_is_not_gone(okx: Command, repository: Repository) -> None:
    repository.commit(
        {"web/app.py": config(account()), "bot/config.py": config(account()), "a.py": "x = 1\n"}
    )
    okx("baseline", "create")
    file = repository.path / NAME
    before = file.read_text()
    repository.git("sparse-checkout", "set", "bot")
    assert not (repository.path / "web").exists()
    run = okx("baseline", "update")
    assert run.status == 0
    assert "0 dropped" in run.out
    assert "1 file not checked out (sparse checkout): kept 3 accepted findings" in run.err
    assert file.read_text() == before
    repository.git("sparse-checkout", "disable")
    (repository.path / "web/app.py").unlink()
    assert "3 dropped" in okx("baseline", "update").out


def test_a_file_that_is_there_is_read_whatever_its_mark(okx: Command, repository: Repository) -> None:
    repository.commit({"bot.py": config(account()), "local.py": "x = 1\n"})
    okx("baseline", "create")
    repository.git("update-index", "--skip-worktree", "local.py")
    repository.write("bot.py", "x = 1\n")
    assert "3 dropped" in okx("baseline", "update").out
