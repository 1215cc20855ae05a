from __future__ import annotations

import re

from tests.command import Command
from tests.repository import Repository


def test_progress_tells_objects_bytes_rate_and_time_left(repository: Repository, okx: Command) -> None:
    repository.commit({"a.py": "clean\n" * 300_000})

    run = okx("history", "--progress", "--no-cache")

    shown = run.err.split("\r")
    assert re.search(
        r"^100 %, \d objects, 2 MB at [\d,]+ MB/s, 0 found, 0:00 left", "\n".join(shown), re.MULTILINE
    )
    assert shown[-1] == ""
    assert shown[-2].strip() == ""


def test_nothing_shows_where_nobody_looks(repository: Repository, okx: Command) -> None:
    repository.commit({"a.py": "clean\n"})

    assert okx("history").err == ""
