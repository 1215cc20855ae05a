"""What revisions bring to a repository that already has others."""

from __future__ import annotations

import pytest

from okx_secret_scan.git.command import GitError
from okx_secret_scan.git.ranges import introduced, is_zero, resolve, tips
from okx_secret_scan.model import UserError
from tests.repository import Repository


def test_everything_new_is_listed_once_with_its_path(repository: Repository) -> None:
    base = repository.commit({"old": "old\n", "docs/a": "1\n"})
    first = repository.commit({"docs/a": "2\n"})
    second = repository.commit({"copy": "2\n", "c": "3\n", "old": "old\n"})
    found = introduced([second], [base], repository.path)
    assert set(found.annotations) == {first, second}
    paths = dict(found.files)
    assert len(paths) == len(found.files) == 2
    assert paths[repository.store("2\n")] in ("docs/a", "copy")
    assert paths[repository.store("3\n")] == "c"
    assert found.missing == found.cut == ()


def test_tags_are_listed_though_their_commit_is_known(repository: Repository) -> None:
    base = repository.commit({"old": "old\n"})
    repository.git("tag", "--annotate", "--message=One", "v1")
    repository.git("tag", "--annotate", "--message=Two", "v2", "v1")
    found = introduced([repository.id("v2")], [base], repository.path)
    assert set(found.annotations) == {repository.id("v1"), repository.id("v2")}
    assert found.files == ()


def test_a_tag_may_point_to_a_file_or_a_folder(repository: Repository) -> None:
    repository.commit({"docs/a": "1\n"})
    blob, tree = repository.store("loose\n"), repository.id("HEAD:docs")
    assert introduced([blob], [], repository.path).files == ((blob, None),)
    assert introduced([tree], [], repository.path).files == ((repository.store("1\n"), "a"),)


def test_known_objects_that_are_not_here_are_ignored(repository: Repository) -> None:
    head = repository.commit({"a": "1\n"})
    assert introduced([head], ["1" * 40], repository.path).annotations == (head,)


def test_new_objects_that_are_not_here_are_an_error(repository: Repository) -> None:
    repository.commit({"a": "1\n"})
    with pytest.raises(GitError):
        introduced(["1" * 40], [], repository.path)


def test_missing_files_are_told(repository: Repository) -> None:
    head = repository.commit({"a": "1\n"})
    blob = repository.store("1\n")
    (repository.git_dir / "objects" / blob[:2] / blob[2:]).unlink()
    assert introduced([head], [], repository.path).missing == (blob,)


def test_the_edge_of_a_shallow_clone_is_told(repository: Repository) -> None:
    repository.commit({"a": "1\n"})
    edge = repository.commit({"a": "2\n"})
    head = repository.commit({"a": "3\n"})
    shallow = Repository.clone(repository.path, repository.path.parent / "shallow", "--depth=2", "--no-local")
    assert introduced([head], [], shallow.path).cut == (edge,)
    assert introduced([head], [edge], shallow.path).cut == ()


def test_nothing_new_is_nothing(repository: Repository) -> None:
    head = repository.commit({"a": "1\n"})
    for found in (introduced([head], [head], repository.path), introduced([], [], repository.path)):
        assert found.annotations == ()
        assert found.files == ()


def test_sides_of_a_merge_and_what_only_the_merge_has_are_listed(repository: Repository) -> None:
    base = repository.commit({"a": "1\n"})
    repository.git("checkout", "--quiet", "-b", "side")
    repository.commit({"side": "side\n"})
    repository.git("checkout", "--quiet", "main")
    repository.commit({"main": "main\n"})
    repository.git("merge", "--quiet", "--no-commit", "--no-ff", "side")
    repository.add({"evil": "evil\n"})
    repository.git("commit", "--quiet", "--message=Merge")
    paths = {path for _, path in introduced([repository.id()], [base], repository.path).files}
    assert paths == {"side", "main", "evil"}


def test_revisions_are_resolved(repository: Repository) -> None:
    head = repository.commit({"a": "1\n"})
    assert resolve("main", repository.path) == resolve("HEAD", repository.path) == head
    for nonsense in ("no-such-branch", "--all", "1" * 40, ""):
        with pytest.raises(UserError, match="is not in this repository"):
            resolve(nonsense, repository.path)
    with pytest.raises(UserError, match="stands for no commit"):
        resolve("0" * 40, repository.path)


def test_tips_are_listed_by_name(repository: Repository) -> None:
    head = repository.commit({"a": "1\n"})
    repository.git("branch", "feature/x")
    assert tips(["refs/heads/"], repository.path) == {"refs/heads/main": head, "refs/heads/feature/x": head}


@pytest.mark.parametrize(
    ("oid", "zero"), [("0" * 40, True), ("0" * 64, True), ("0" * 39 + "1", False), ("", False)]
)
def test_zero_ids(oid: str, zero: bool) -> None:
    assert is_zero(oid) is zero
