"""What the index holds, by object id."""

from __future__ import annotations

import pytest

from okx_secret_scan.git import index
from okx_secret_scan.git.command import GitError
from okx_secret_scan.git.index import Entry, named_entries, staged_entries
from tests.repository import Repository


def test_staged_entries_differ_from_the_last_commit(repository: Repository) -> None:
    repository.commit({"kept": "1\n", "changed": "1\n", "deleted": "1\n", "moved": "2\n"})
    repository.git("rm", "--quiet", "deleted")
    repository.git("mv", "moved", "there")
    repository.add({"changed": "3\n", "new": "4\n"})
    assert staged_entries(repository.path) == [
        Entry("100644", repository.store("3\n"), "changed"),
        Entry("100644", repository.store("4\n"), "new"),
        Entry("100644", repository.store("2\n"), "there"),
    ]


def test_before_the_first_commit_everything_is_staged(repository: Repository) -> None:
    repository.add({"docs/new": "1\n"})
    expected = [Entry("100644", repository.store("1\n"), "docs/new")]
    assert staged_entries(repository.path) == expected
    assert staged_entries(repository.path / "docs") == expected


def test_conflicts_are_told(repository: Repository) -> None:
    repository.commit({"file": "base\n"})
    oid = repository.store("side\n")
    lines = f"0 {oid} 0\tfile\n100644 {oid} 2\tfile\n100644 {oid} 3\tfile\n"
    repository.git("update-index", "--index-info", stdin=lines.encode())
    assert [entry.conflicted for entry in staged_entries(repository.path)] == [True]
    entries, missing = named_entries(["file"], repository.path)
    assert [entry.conflicted for entry in entries] == [True]
    assert missing == []


def test_a_broken_head_is_an_error_and_not_an_unborn_branch(repository: Repository) -> None:
    head = repository.commit({"file": "1\n"})
    (repository.git_dir / "objects" / head[:2] / head[2:]).unlink()
    with pytest.raises(GitError):
        staged_entries(repository.path)


def test_names_are_found_however_they_are_written(repository: Repository) -> None:
    repository.add({"docs/a": "1\n", "docs/b": "2\n", "top": "3\n"})

    def paths(*names: str, below: str = ".") -> list[str]:
        entries, missing = named_entries(names, repository.path / below)
        assert missing == []
        return [entry.path for entry in entries]

    assert paths("docs/a") == ["docs/a"]
    assert paths("docs", "docs/a") == ["docs/a", "docs/b"]
    assert paths("a", "../top", below="docs") == ["docs/a", "top"]
    assert paths(".", below="docs") == ["docs/a", "docs/b"]
    assert paths(str(repository.path / "top"), below="docs") == ["top"]
    assert paths("./docs//a") == ["docs/a"]


def test_missing_names_are_told_and_deleted_ones_are_not(repository: Repository) -> None:
    repository.commit({"deleted": "1\n", "kept": "2\n"})
    repository.git("rm", "--quiet", "deleted")
    entries, missing = named_entries(["deleted", "kept", "k*", "absent"], repository.path)
    assert [entry.path for entry in entries] == ["kept"]
    assert missing == ["k*", "absent"]


def test_more_names_than_a_command_line_takes(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"file{number}" for number in range(40)]
    repository.add(dict.fromkeys(names, "1\n"))
    monkeypatch.setattr(index, "_ARGUMENT_BYTES", 100)
    entries, missing = named_entries(names, repository.path)
    assert sorted(entry.path for entry in entries) == sorted(names)
    assert missing == []
