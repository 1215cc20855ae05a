"""`okx-secret-scan plugin-path`."""

from __future__ import annotations

from pathlib import Path

from tests.command import Command, config
from tests.plugin import stock
from tests.repository import Repository
from tests.values import account


def test_prints_a_file_that_detect_secrets_takes(okx: Command, repository: Repository) -> None:
    ran = okx("plugin-path")
    assert (ran.status, ran.err) == (0, "")
    path = Path(ran.out.removesuffix("\n"))
    assert path.is_absolute()
    repository.write("bot.py", config(account()))
    found = stock.run(repository.path, stock.SCAN, "scan", "--no-verify", "-p", path, "bot.py")
    assert len(stock.ours(found.results)) == 3
