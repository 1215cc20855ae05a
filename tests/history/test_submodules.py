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

    assert [(f.path, f.secret.reveal()) for f in result.findings] == [("libs/inner/config.py", value)]
    assert result.gaps == ()


def test_a_submodule_that_is_not_checked_out_is_read_at_its_path(outer: Repository, value: str) -> None:
    outer.git("mv", "libs/inner", "moved")
    outer.commit()
    outer.git("submodule", "deinit", "--quiet", "--force", "moved")
    assert not (outer.path / "moved" / ".git").exists()

    result = swept(outer.path)

    assert [(f.path, f.secret.reveal()) for f in result.findings] == [("moved/config.py", value)]
    assert result.gaps == ()


@pytest.fixture
def abandoned(outer: Repository) -> str:
    """The commit of the submodule that only older commits of `outer` name; it is gone."""
    oid = outer.id("HEAD:libs/inner")
    outer.git("rm", "--quiet", "libs/inner")
    outer.commit()
    shutil.rmtree(outer.git_dir / "modules")
    return oid


def test_a_submodule_that_only_older_commits_have_is_a_gap(outer: Repository, abandoned: str) -> None:
    (gap,) = swept(outer.path).gaps

    assert (gap.path, gap.oid) == ("libs/inner", abandoned)
    assert "git submodule update --init" in gap.message
    assert swept(outer.path, Scope(submodules=False)).gaps == ()


def test_a_second_sweep_misses_the_same_submodule(outer: Repository, abandoned: str, tmp_path: Path) -> None:
    first = swept(outer.path, cache=tmp_path / "cache")

    assert [gap.oid for gap in first.gaps] == [abandoned]
    assert swept(outer.path, cache=tmp_path / "cache").gaps == first.gaps


def test_a_cache_of_several_repositories_keeps_their_submodules_apart(
    outer: Repository, abandoned: str, tmp_path: Path
) -> None:
    other = Repository(tmp_path / "other")
    other.commit({"a.txt": "text\n"})
    assert swept(outer.path, cache=tmp_path / "cache").gaps

    assert swept(other.path, cache=tmp_path / "cache").gaps == ()


def test_a_submodule_of_another_branch_is_a_gap_in_a_mirror(outer: Repository, tmp_path: Path) -> None:
    mirror = Repository.clone(outer.path, tmp_path / "mirror", "--mirror")
    mirror.git("symbolic-ref", "HEAD", "refs/heads/other")

    (gap,) = swept(mirror.path).gaps

    assert (gap.path, gap.oid) == ("libs/inner", outer.id("HEAD:libs/inner"))


def test_a_commit_that_the_submodule_has_thrown_away_is_no_gap(outer: Repository) -> None:
    lost = "1" * 40
    outer.git("update-index", "--cacheinfo", f"160000,{lost},libs/inner")
    outer.git("commit", "--quiet", "--message=Go to a commit that was never pushed")
    outer.git("reset", "--quiet", "--mixed", "HEAD~1")

    assert swept(outer.path).gaps == ()


def test_a_file_that_is_called_like_a_link_is_none(repository: Repository) -> None:
    repository.commit({"160000 a": "text\n", "160000 b/160000 c": "text\n"})

    assert swept(repository.path).gaps == ()


def test_a_submodule_called_after_a_value(outer: Repository, value: str) -> None:
    name = secret_key()
    outer.git("mv", "libs/inner", f"okx_{name}")
    came = outer.commit()
    outer.git("submodule", "deinit", "--quiet", "--force", "--all")
    shutil.rmtree(outer.git_dir / "modules")

    result = swept(outer.path)

    assert values(result) == [name]
    commit = story(result, name).commit
    assert commit is not None
    assert commit.sha == came
    assert [gap.path for gap in result.gaps] == ["libs/inner", f"okx_{name[:4]}{'*' * 28}"]


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
