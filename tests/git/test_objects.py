from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from okx_secret_scan.git.command import GitError
from okx_secret_scan.git.objects import GitObject, UnreadableObject, read_objects
from tests.repository import Repository


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "repository")


def loose_file(repository: Repository, oid: str) -> Path:
    return repository.git_dir / "objects" / oid[:2] / oid[2:]


def overwrite(file: Path, data: bytes) -> None:
    file.chmod(0o644)
    file.write_bytes(data)


def read(repository: Repository, *oids: str) -> list[GitObject | UnreadableObject]:
    return list(read_objects(oids, repository.path))


def test_reads_every_type_of_object_byte_for_byte(repository: Repository) -> None:
    commit = repository.commit({"a.bin": b"\x00\r\n\xff no line end"}, message="Add a file\n")
    repository.git("tag", "--annotate", "--message=First", "v1")
    blob, tree, tag = repository.id("HEAD:a.bin"), repository.id("HEAD^{tree}"), repository.id("v1")

    objects = read(repository, blob, tree, commit, tag)

    assert objects[0] == GitObject(blob, "blob", b"\x00\r\n\xff no line end")
    assert [getattr(found, "type", None) for found in objects] == ["blob", "tree", "commit", "tag"]


def test_empty_blob_and_missing_object_do_not_shift_the_answers(repository: Repository) -> None:
    empty, full, absent = repository.store(b""), repository.store(b"full"), "0" * 39 + "1"

    assert read(repository, empty, absent, full) == [
        GitObject(empty, "blob", b""),
        UnreadableObject(absent, "the object is missing"),
        GitObject(full, "blob", b"full"),
    ]


@pytest.mark.parametrize("damage", [b"", b"not zlib at all", None])
def test_goes_on_behind_damaged_objects(repository: Repository, damage: bytes | None) -> None:
    oids = [repository.store(bytes([65 + number]) * 5000) for number in range(6)]
    for oid in oids[1:3]:
        file = loose_file(repository, oid)
        overwrite(file, damage if damage is not None else file.read_bytes()[:-4])

    objects = read(repository, *oids)

    assert [found.oid for found in objects] == oids
    assert [type(found) for found in objects] == [GitObject, *[UnreadableObject] * 2, *[GitObject] * 3]


def test_more_ids_and_content_than_any_pipe_holds(repository: Repository) -> None:
    oids = [repository.store(bytes([number]) * 300_000) for number in range(8)] * 500

    sizes = [len(found.data) for found in read_objects(oids, repository.path) if isinstance(found, GitObject)]

    assert sizes == [300_000] * 4000


def test_a_reader_that_is_given_up_leaves_no_process_behind(repository: Repository) -> None:
    oids = [repository.store(b"x" * 1_000_000)] * 100
    objects: Iterator[GitObject | UnreadableObject] = read_objects(oids, repository.path)

    next(objects)
    objects.close()  # type: ignore[attr-defined]  # hangs if git is still waited for

    assert list(objects) == []


def test_replacements_are_ignored(repository: Repository) -> None:
    secret, clean = repository.store(b"what is really there"), repository.store(b"what is shown instead")
    repository.git("replace", secret, clean)

    assert read(repository, secret) == [GitObject(secret, "blob", b"what is really there")]


def test_a_folder_without_repository_is_one_error(tmp_path: Path) -> None:
    with pytest.raises(GitError, match="not a git repository"):
        list(read_objects(["0" * 40] * 3, tmp_path))


def test_sha256_objects(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "long", "--object-format=sha256")
    oid = repository.store(b"content")

    assert len(oid) == 64
    assert read(repository, oid) == [GitObject(oid, "blob", b"content")]
