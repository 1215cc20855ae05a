from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from okx_secret_scan.history.scope import Scope
from tests.history.support import story, swept, values
from tests.places import line
from tests.repository import Repository
from tests.values import secret_key

_ALLOW = ("-c", "protocol.file.allow=always")


@pytest.fixture
def value() -> str:
    return secret_key()


@pytest.fixture
def outer(repository: Repository, tmp_path: Path, value: str) -> Repository:
    """A repository with a submodule at `libs/inner`, where a value came and went."""
    inner = Repository(tmp_path / "inner")
    inner.commit({"config.py": line(value)})
    inner.commit({"config.py": "clean\n"})
    repository.git(*_ALLOW, "submodule", "add", "--quiet", inner.path.as_uri(), "libs/inner")
    repository.commit()
    return repository


def test_the_history_of_a_submodule_is_part_of_the_sweep(outer: Repository, value: str) -> None:
    result = swept(outer.path)

    assert values(result) == [value]
    assert result.gaps == ()
    told = story(result, value, "libs/inner/config.py")
    assert told.paths == ("libs/inner/config.py",)
    assert told.last_commit is not None


def test_submodules_can_be_left_out(outer: Repository) -> None:
    result = swept(outer.path, Scope(submodules=False))

    assert (result.findings, result.gaps) == ((), ())


def test_a_submodule_that_was_never_fetched_is_a_gap(outer: Repository, tmp_path: Path) -> None:
    clone = Repository.clone(outer.path, tmp_path / "clone")

    result = swept(clone.path)

    (gap,) = result.gaps
    assert (gap.path, gap.oid) == ("libs/inner", outer.id("HEAD:libs/inner"))
    assert "git submodule update --init" in gap.message


def test_a_removed_submodule_that_git_still_keeps_is_read(outer: Repository, value: str) -> None:
    outer.git("rm", "--quiet", "libs/inner")
    outer.commit()
    assert (outer.git_dir / "modules" / "libs" / "inner").is_dir()

    result = swept(outer.path)

    assert values(result) == [value]


def test_a_damaged_submodule_is_a_gap(outer: Repository) -> None:
    shutil.rmtree(outer.git_dir / "modules" / "libs" / "inner" / "objects")

    result = swept(outer.path)

    assert result.findings == ()
    assert [gap.path for gap in result.gaps] == ["libs/inner"]


def test_submodules_of_submodules(outer: Repository, tmp_path: Path, value: str) -> None:
    top = Repository(tmp_path / "top")
    top.git(*_ALLOW, "submodule", "add", "--quiet", outer.path.as_uri(), "middle")
    top.git(*_ALLOW, "submodule", "update", "--quiet", "--init", "--recursive")
    top.commit()

    result = swept(top.path)

    assert [(f.path, f.secret.reveal()) for f in result.findings] == [("middle/libs/inner/config.py", value)]
    assert result.gaps == ()
