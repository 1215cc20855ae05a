from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from okx_secret_scan.detector import screen
from okx_secret_scan.git import packs
from okx_secret_scan.model import Keeper, ScanResult, Source
from tests.history.support import story, swept, values
from tests.places import PLACES, fill, line
from tests.repository import Repository
from tests.values import account, secret_key

# What a clone cannot get: nothing refers to it in the original, or only files that are not sent.
_STAY_BEHIND = {
    "amended_commit",
    "deleted_branch_name",
    "dropped_stash",
    "reflog_only",
    "staged",
    "stash_of_tracked_file",
    "stash_of_untracked_file",
    "unreachable_blob",
    "unreachable_commit",
}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Repository, dict[str, str]]:
    repository = Repository(tmp_path_factory.mktemp("places") / "repository")
    return repository, fill(repository)


@pytest.fixture(scope="module")
def result(filled: tuple[Repository, dict[str, str]]) -> ScanResult:
    return swept(filled[0].path)


def test_every_place_is_found_exactly_once(
    filled: tuple[Repository, dict[str, str]], result: ScanResult
) -> None:
    names = {value: name for name, value in filled[1].items()}

    assert sorted(names[value] for value in values(result)) == sorted([*PLACES, "staged"])
    assert result.gaps == ()


def test_no_value_shows_in_what_surrounds_findings(
    filled: tuple[Repository, dict[str, str]], result: ScanResult
) -> None:
    shown = repr([replace(finding, secret=None) for finding in result.findings])  # type: ignore[arg-type]

    assert [name for name, value in filled[1].items() if value in shown] == []


def test_packing_changes_nothing(
    filled: tuple[Repository, dict[str, str]], result: ScanResult, tmp_path: Path
) -> None:
    shutil.copytree(filled[0].path, tmp_path / "copy", symlinks=True)
    copy = Repository(tmp_path / "copy")
    # Reflogs are part of the story, and these commits are years old.
    copy.git(
        "-c", "gc.reflogExpire=never", "-c", "gc.reflogExpireUnreachable=never", "gc", "--quiet", "--no-prune"
    )
    assert list((copy.git_dir / "objects" / "pack").glob("*.pack"))

    assert swept(copy.path, jobs=2).findings == result.findings


@pytest.mark.parametrize(("reads_packs", "screens"), [(True, True), (True, False), (False, True)])
def test_compiled_code_changes_nothing(
    filled: tuple[Repository, dict[str, str]],
    result: ScanResult,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    reads_packs: bool,
    screens: bool,
) -> None:
    shutil.copytree(filled[0].path, tmp_path / "copy", symlinks=True)
    copy = Repository(tmp_path / "copy")
    copy.git("repack", "-a", "-d", "--quiet", "--keep-unreachable")
    if not reads_packs:
        monkeypatch.setattr(packs, "engine", lambda: None)
    if screens:
        monkeypatch.setattr(screen, "MUCH", 0)
    screen.gate_for_many.cache_clear()

    assert swept(copy.path).findings == result.findings


def test_a_bare_mirror_holds_what_refs_lead_to(
    filled: tuple[Repository, dict[str, str]], tmp_path: Path
) -> None:
    copy = Repository.clone(filled[0].path, tmp_path / "mirror", "--mirror")

    expected = sorted(value for name, value in filled[1].items() if name not in _STAY_BEHIND)
    assert values(swept(copy.path)) == expected


def test_a_git_directory_alone_holds_everything(
    filled: tuple[Repository, dict[str, str]], result: ScanResult, tmp_path: Path
) -> None:
    shutil.copytree(filled[0].git_dir, tmp_path / "bare.git", symlinks=True)
    copy = Repository(tmp_path / "bare.git")
    copy.git("config", "core.bare", "true")

    assert swept(copy.path).findings == result.findings


def test_loose_objects_alone_hold_everything(
    filled: tuple[Repository, dict[str, str]], result: ScanResult, tmp_path: Path
) -> None:
    shutil.copytree(filled[0].path, tmp_path / "copy", symlinks=True)
    copy = Repository(tmp_path / "copy")
    copy.git("repack", "-a", "-d", "--quiet", "--keep-unreachable")
    (pack,) = (copy.git_dir / "objects" / "pack").glob("*.pack")
    content = pack.read_bytes()
    for part in pack.parent.glob("pack-*"):
        part.chmod(0o644)
        part.unlink()
    copy.git("unpack-objects", "-q", stdin=content)
    assert not list(pack.parent.iterdir())

    assert swept(copy.path).findings == result.findings


def test_each_work_tree_sees_all_of_them(
    filled: tuple[Repository, dict[str, str]], result: ScanResult, tmp_path: Path
) -> None:
    shutil.copytree(filled[0].path, tmp_path / "copy", symlinks=True)
    copy = Repository(tmp_path / "copy")
    copy.git("worktree", "add", "--quiet", "--detach", tmp_path / "second", "main")
    second = Repository(tmp_path / "second")
    left, detached, staged = secret_key(), secret_key(), secret_key()
    second.commit({"left.py": line(left)})
    second.git("reset", "--quiet", "--hard", "HEAD~1")
    second.commit({"detached.py": line(detached)})
    second.add({"second.py": line(staged)})

    for tree in (copy, second):
        found = swept(tree.path)

        places = {(f.secret.reveal(), f.path) for f in found.findings}
        assert len(places) == len(found.findings) == len(result.findings) + 3
        more = {(left, "left.py"), (detached, "detached.py"), (staged, "second.py")}
        assert places == {(f.secret.reveal(), f.path) for f in result.findings} | more
        assert found.gaps == ()
        assert story(found, left).kept_by is Keeper.REFLOG
        assert [name.rpartition("/")[2] for name in story(found, detached).refs] == ["HEAD"]
        assert story(found, staged).kept_by is Keeper.INDEX


def test_the_head_of_the_main_work_tree_is_told_from_that_of_another(
    repository: Repository, tmp_path: Path
) -> None:
    values = secret_key(), secret_key()
    repository.commit({"a.py": "clean\n"})
    repository.git("checkout", "--quiet", "--detach")
    repository.git("worktree", "add", "--quiet", "--detach", tmp_path / "second")
    second = Repository(tmp_path / "second")
    repository.commit({"main.py": line(values[0])})
    second.commit({"second.py": line(values[1])})

    for tree in (repository, second):
        found = swept(tree.path)

        assert [story(found, value).refs for value in values] == [("HEAD",), ("worktrees/second/HEAD",)]
        assert [story(found, value).at_head for value in values] == [tree is repository, tree is second]


def test_source_and_path_of_each_kind(filled: tuple[Repository, dict[str, str]], result: ScanResult) -> None:
    kinds = {finding.secret.reveal(): (finding.source, finding.path) for finding in result.findings}

    found = {name: kinds[value] for name, value in filled[1].items()}

    assert found["commit_message"] == found["latin1_commit_message"] == (Source.COMMIT_MESSAGE, None)
    assert found["tag_message"] == found["nested_tag_message"] == (Source.TAG_MESSAGE, None)
    assert found["note"] == found["note_of_another_kind"] == (Source.NOTE, None)
    assert found["author_name"] == found["tagger_name"] == (Source.IDENTITY, None)
    assert found["branch_name"] == found["joined_tag_name"] == (Source.REF_NAME, None)
    shown = {name: value[:4] + "*" * 28 for name, value in filled[1].items()}
    assert found["file_name"] == (Source.PATH_NAME, f"keys/okx_{shown['file_name']}.txt")
    assert found["folder_name"] == (Source.PATH_NAME, f"okx-secret-{shown['folder_name']}")
    archived = f"names.zip!bot/okx_{shown['name_in_an_archive']}.txt"
    assert found["name_in_an_archive"] == (Source.PATH_NAME, archived)
    assert found["staged"] == (Source.FILE, "staged.py")
    assert found["tag_of_a_tree"] == (Source.FILE, "tree.py")
    assert found["tag_of_a_blob"] == found["unreachable_blob"] == (Source.FILE, None)
    assert found["name_that_is_not_utf8"] == (Source.FILE, "gr\udcfc\udcdfe.py")
    assert found["stash_of_untracked_file"] == (Source.FILE, "untracked.py")


def test_where_each_kind_is_still_held(filled: tuple[Repository, dict[str, str]], result: ScanResult) -> None:
    refs = {name: story(result, value).refs for name, value in filled[1].items()}

    assert refs["tag_message"] == ("refs/tags/v1",)
    assert refs["nested_tag_message"] == ("refs/tags/outer",)
    assert refs["tag_of_a_tree"] == ("refs/tags/tree-tag",)
    assert refs["tag_of_a_blob"] == ("refs/tags/blob-tag",)
    assert refs["tag_only_commit"] == ("refs/tags/only-here",)
    assert refs["pull_request_ref"] == ("refs/pull/7/head",)
    assert refs["note_of_another_kind"] == ("refs/notes/review",)
    assert refs["stash_of_index"] == ("refs/stash",)
    assert refs["reflog_only"] == refs["dropped_stash"] == refs["staged"] == ()
    kept = {name: story(result, value).kept_by for name, value in filled[1].items()}
    assert {name: keeper for name, keeper in kept.items() if keeper is not Keeper.REF} == {
        "stash_of_index": Keeper.STASH,
        "stash_of_tracked_file": Keeper.STASH,
        "stash_of_untracked_file": Keeper.STASH,
        "amended_commit": Keeper.REFLOG,
        "deleted_branch_name": Keeper.REFLOG,
        "reflog_only": Keeper.REFLOG,
        "staged": Keeper.INDEX,
        "dropped_stash": Keeper.NOTHING,
        "unreachable_blob": Keeper.NOTHING,
        "unreachable_commit": Keeper.NOTHING,
    }
    unreachable = {name for name, value in filled[1].items() if not story(result, value).reachable}
    assert unreachable == _STAY_BEHIND


def test_a_path_that_speaks_for_okx_counts_even_if_the_blob_is_known_by_another_first(
    repository: Repository,
) -> None:
    leaked = account()
    bare = f'{{"key": "{leaked.key}", "secret": "{leaked.secret}", "passphrase": "{leaked.passphrase}"}}\n'
    repository.commit({"a/credentials.json": bare, "z/okx_config.json": bare})

    found = swept(repository.path)

    assert "z/okx_config.json" in {finding.path for finding in found.findings}


def test_replacements_and_grafts_hide_nothing(repository: Repository) -> None:
    value = secret_key()
    repository.commit({"a.py": line(value)})
    bad = repository.id("HEAD:a.py")
    repository.commit({"a.py": "clean\n"})
    repository.git("replace", bad, repository.id("HEAD:a.py"))
    (repository.git_dir / "info").mkdir(exist_ok=True)
    (repository.git_dir / "info" / "grafts").write_text(repository.id("HEAD") + "\n")

    result = swept(repository.path)

    assert values(result) == [value]
    told = story(result, value)
    assert told.commit is not None
    assert told.last_commit is not None
    assert told.last_commit.sha == repository.id("HEAD")
