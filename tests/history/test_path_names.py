"""Values in names of files, folders and refs: what a sweep tells of them, and that it shows none."""

from __future__ import annotations

from pathlib import Path

import pytest

from okx_secret_scan.history.scope import Scope
from okx_secret_scan.model import Attribution, Finding, Keeper, ScanResult, Source
from tests.history.support import swept, values
from tests.places import line
from tests.repository import Repository
from tests.values import api_key, secret_key


@pytest.fixture
def value() -> str:
    return secret_key()


def _named(result: ScanResult) -> tuple[Finding, Attribution]:
    """Return the only finding, which must be in a name, and its story."""
    (finding,) = result.findings
    assert finding.source is Source.PATH_NAME
    assert finding.attribution is not None
    return finding, finding.attribution


def _masked(value: str) -> str:
    return value[:4] + "*" * 28


def test_a_file_called_after_a_value(repository: Repository, value: str) -> None:
    repository.commit({"README": "text\n"})
    came = repository.commit({f"keys/okx_{value}.txt": "one\n"})
    blob = repository.id(f"HEAD:keys/okx_{value}.txt")
    repository.commit({f"keys/okx_{value}.txt": "two\n"})
    (repository.path / f"keys/okx_{value}.txt").unlink()
    gone = repository.commit()

    finding, told = _named(swept(repository.path))

    assert (finding.path, finding.location.column) == (f"keys/okx_{_masked(value)}.txt", 10)
    assert (finding.blob, finding.occurrences) == (blob, 2)
    assert told.commit is not None
    assert told.last_commit is not None
    assert (told.commit.sha, told.last_commit.sha) == (came, gone)
    assert (told.at_head, told.refs, told.exposure_days) == (False, ("refs/heads/main",), 2)
    assert told.paths == (finding.path,)


def test_a_folder_is_one_finding_and_there_as_long_as_a_file_is(repository: Repository, value: str) -> None:
    came = repository.commit({f"okx_{value}/a.txt": "a\n", f"okx_{value}/deep/b.txt": "b\n"})
    (repository.path / f"okx_{value}" / "a.txt").unlink()
    repository.commit()

    finding, told = _named(swept(repository.path))

    assert (finding.path, finding.occurrences) == (f"okx_{_masked(value)}", 2)
    assert told.commit is not None
    assert (told.commit.sha, told.last_commit, told.at_head) == (came, None, True)

    (repository.path / f"okx_{value}" / "deep" / "b.txt").unlink()
    gone = repository.commit()
    _, told = _named(swept(repository.path))
    assert told.last_commit is not None
    assert (told.last_commit.sha, told.at_head) == (gone, False)


def test_the_same_content_under_a_clean_name_is_no_finding(repository: Repository, value: str) -> None:
    repository.commit({"a/clean.txt": "same\n", f"z/okx_{value}.txt": "same\n"})

    finding, told = _named(swept(repository.path))

    assert finding.path == f"z/okx_{_masked(value)}.txt"
    assert told.at_head


def test_a_set_in_a_name_needs_no_word(repository: Repository, value: str) -> None:
    key = api_key()
    repository.commit({f"key-{key}-secret-{value}.txt": "text\n", f"key-{api_key()}.txt": "text\n"})

    assert values(swept(repository.path)) == sorted((key, value))


def test_a_name_moves_and_its_content_does_not_matter(repository: Repository, value: str) -> None:
    repository.commit({f"okx_{value}.py": line(value)})
    repository.git("mv", f"okx_{value}.py", f"okx_{value}.txt")
    repository.commit()

    found = swept(repository.path).findings

    assert sorted((f.source, f.path) for f in found) == sorted(
        (source, f"okx_{_masked(value)}.{ending}")
        for source in (Source.FILE, Source.PATH_NAME)
        for ending in ("py", "txt")
    )
    for finding in found:
        assert finding.attribution is not None
        assert finding.attribution.paths == (f"okx_{_masked(value)}.py", f"okx_{_masked(value)}.txt")


def test_a_second_sweep_finds_names_again(repository: Repository, value: str, tmp_path: Path) -> None:
    repository.commit({f"okx_{value}.txt": "text\n"})
    cache = tmp_path / "cache"

    first = swept(repository.path, cache=cache)

    assert swept(repository.path, cache=cache).findings == first.findings
    assert len(first.findings) == 1
    assert not [file for file in cache.iterdir() if value.encode() in file.read_bytes()]


@pytest.mark.parametrize("everywhere", [True, False])
def test_what_is_missing_has_a_name(repository: Repository, value: str, everywhere: bool) -> None:
    repository.commit({f"okx_{value}.txt": "text\n", "a.txt": "other\n" if everywhere else "text\n"})
    oid = repository.id(f"HEAD:okx_{value}.txt")
    (repository.git_dir / "objects" / oid[:2] / oid[2:]).unlink()

    result = swept(repository.path)

    finding, told = _named(result)
    assert finding.path == f"okx_{_masked(value)}.txt"
    assert (told.at_head, told.kept_by) == (True, Keeper.REF)
    assert value not in repr(result.gaps)
    assert [gap.oid for gap in result.gaps] == [oid]


def test_names_of_branches_and_tags_are_read_and_masked(repository: Repository, value: str) -> None:
    key, tagged = api_key(), api_key()
    repository.commit({"a.py": line(value)})
    repository.git("branch", f"fix/okx-api-key-{key}")
    repository.git("tag", f"okx_{tagged}")
    repository.git("branch", f"fix/{api_key()}")

    result = swept(repository.path)

    assert values(result) == sorted((value, key, tagged))
    assert {f.source for f in result.findings} == {Source.FILE, Source.REF_NAME}
    shown = repr([finding.attribution for finding in result.findings])
    assert key not in shown
    assert tagged not in shown
    assert f"fix/okx-api-key-{key[:4]}***" in shown


def test_names_that_nobody_asked_for_are_masked_all_the_same(repository: Repository, value: str) -> None:
    key = api_key()
    repository.commit({"a.py": line(value)})
    repository.git("branch", f"okx-api-key-{key}")

    result = swept(repository.path, Scope(refs=("main",)))

    assert values(result) == [value]
    assert f"okx-api-key-{key[:4]}***" in repr(result.findings)
    assert key not in repr(result)


def test_a_merged_branch_lives_on_in_the_message(repository: Repository) -> None:
    key = api_key()
    repository.commit({"a.txt": "text\n"}, message=f"Merge branch 'fix/okx_{key}' into main")

    (finding,) = swept(repository.path).findings

    assert (finding.source, finding.secret.reveal()) == (Source.COMMIT_MESSAGE, key)
    assert key not in repr(finding.attribution)
