from __future__ import annotations

import os
from pathlib import Path

import pytest

from okx_secret_scan.git.repository import discover
from okx_secret_scan.model import UserError
from tests.repository import Repository


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "repository")


def test_found_from_a_folder_inside(repository: Repository) -> None:
    folder = repository.write("bot/keys/a.py", "").parent

    found = discover(folder)

    assert (found.root, found.git_dir, found.bare) == (repository.path, repository.path / ".git", False)
    assert (found.common_dir, found.shallow, found.object_format) == (repository.path / ".git", False, "sha1")


def test_the_current_folder_is_the_default(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository.path)

    assert discover().root == repository.path


def test_linked_work_tree_shares_its_objects(repository: Repository, tmp_path: Path) -> None:
    repository.commit({"a": "a"})
    repository.git("worktree", "add", "--quiet", tmp_path / "linked")

    found = discover(tmp_path / "linked")

    assert found.root == tmp_path / "linked"
    assert found.git_dir == repository.path / ".git/worktrees/linked"
    assert found.common_dir == repository.path / ".git"


def test_bare_sha256_repository(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "bare", "--bare", "--object-format=sha256")

    found = discover(repository.path)

    assert (found.root, found.bare, found.object_format, found.oid_length) == (
        repository.path,
        True,
        "sha256",
        64,
    )


def test_shallow_clone(repository: Repository, tmp_path: Path) -> None:
    repository.commit({"a": "1"})
    repository.commit({"a": "2"})
    clone = Repository.clone(repository.path, tmp_path / "clone", "--depth=1")

    assert discover(clone.path).shallow


def test_a_named_repository_wins_over_the_environment(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Repository(tmp_path / "other")
    monkeypatch.setenv("GIT_DIR", str(other.git_dir))
    monkeypatch.chdir(repository.path)

    assert discover(repository.path).git_dir == repository.git_dir
    assert discover().git_dir == other.git_dir


@pytest.mark.parametrize(
    ("name", "message"), [("absent", "there is no such folder"), ("file", "a file, and no repository")]
)
def test_no_folder(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(UserError, match=message):
        discover(tmp_path / name)


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))

    with pytest.raises(UserError, match="not a git repository"):
        discover(tmp_path)


def test_of_a_folder_with_repositories_these_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    for name in "dcba":
        (tmp_path / name / ".git").mkdir(parents=True)
    (tmp_path / "plain").mkdir()

    with pytest.raises(UserError, match=r"holds some; name those: sweep \S*a \S*b \S*c and 1 more$"):
        discover(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="folders have no owner that git could doubt")
def test_a_repository_of_another_user_is_refused_with_the_remedy(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The variable by which git's own tests pretend that somebody else owns the repository.
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setattr("okx_secret_scan.git.environment._CONFIGURATION", ("GIT_CONFIG", "GIT_TEST_"))

    with pytest.raises(UserError, match=r"git config --global --add safe\.directory"):
        discover(repository.path)


def test_broken_configuration_is_named(repository: Repository) -> None:
    (repository.path / ".git" / "config").write_text("[core\n")

    with pytest.raises(UserError, match="bad config line 1"):
        discover(repository.path)
