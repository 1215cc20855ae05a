"""A stash is commits that merge what it keeps: nothing in it has been taken away."""

from __future__ import annotations

import pytest

from okx_secret_scan.model import Keeper
from tests.history.support import story, swept
from tests.places import line
from tests.repository import Repository
from tests.values import secret_key


@pytest.fixture
def value() -> str:
    return secret_key()


@pytest.fixture
def stashing(repository: Repository) -> Repository:
    """A repository with a file to change."""
    repository.commit({"a.py": "clean\n"})
    return repository


def _stash_index(repository: Repository, value: str) -> None:
    repository.add({"a.py": line(value)})
    repository.write("a.py", "clean again\n")
    repository.git("stash", "push", "--quiet")


def _stash_untracked(repository: Repository, value: str) -> None:
    repository.write("b.py", line(value))
    repository.git("stash", "push", "--quiet", "--include-untracked")


def _stash_work_tree(repository: Repository, value: str) -> None:
    repository.write("a.py", line(value))
    repository.git("stash", "push", "--quiet")


@pytest.mark.parametrize("stash", [_stash_index, _stash_untracked, _stash_work_tree])
@pytest.mark.parametrize("dropped", [False, True])
def test_what_a_stash_keeps_is_not_removed_by_it(
    stashing: Repository, value: str, stash: object, dropped: bool
) -> None:
    assert callable(stash)
    stash(stashing, value)
    if dropped:
        stashing.git("stash", "drop", "--quiet")

    told = story(swept(stashing.path), value)

    assert told.last_commit is None
    assert told.kept_by is (Keeper.NOTHING if dropped else Keeper.STASH)
    assert told.refs == (() if dropped else ("refs/stash",))


def test_a_stash_does_not_take_away_what_its_base_has(stashing: Repository, value: str) -> None:
    stashing.commit({"a.py": line(value)})
    stashing.write("a.py", "clean again\n")
    stashing.git("stash", "push", "--quiet")
    stashing.commit({"b.py": "more\n"})
    gone = stashing.commit({"a.py": "clean\n"})

    told = story(swept(stashing.path), value)

    assert told.last_commit is not None
    assert told.last_commit.sha == gone


def test_a_merge_that_looks_like_a_stash_removes_what_it_throws_away(
    stashing: Repository, value: str
) -> None:
    base = stashing.id()
    side = stashing.commit({"a.py": line(value)})
    merge = stashing.git("commit-tree", "-p", base, "-p", side, "-m", "WIP", f"{base}^{{tree}}").decode()
    stashing.git("reset", "--quiet", "--hard", merge)

    told = story(swept(stashing.path), value)

    assert told.last_commit is not None
    assert told.last_commit.sha == merge


def test_the_reflog_of_a_branch_called_stash_is_no_stash(stashing: Repository, value: str) -> None:
    stashing.git("checkout", "--quiet", "-b", "my/stash")
    stashing.commit({"a.py": line(value)})
    stashing.git("reset", "--quiet", "--hard", "HEAD~1")

    assert story(swept(stashing.path), value).kept_by is Keeper.REFLOG
