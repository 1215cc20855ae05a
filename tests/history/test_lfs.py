from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.history.support import story, swept, values
from tests.places import line
from tests.repository import Repository
from tests.values import secret_key


@pytest.fixture
def value() -> str:
    return secret_key()


def pointer(content: bytes) -> str:
    digest = hashlib.sha256(content).hexdigest()
    return f"version https://git-lfs.github.com/spec/v1\noid sha256:{digest}\nsize {len(content)}\n"


def store(repository: Repository, content: bytes) -> Path:
    digest = hashlib.sha256(content).hexdigest()
    file = repository.git_dir / "lfs" / "objects" / digest[:2] / digest[2:4] / digest
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    return file


def test_content_in_the_local_store_is_read(repository: Repository, value: str) -> None:
    content = b"large\n" * 1000 + line(value).encode()
    store(repository, content)
    repository.commit({"model.bin": pointer(content)})
    repository.commit({"model.bin": "clean\n"})

    result = swept(repository.path)

    assert (values(result), result.gaps) == ([value], ())
    (finding,) = result.findings
    assert (finding.path, finding.location.line) == ("model.bin", 1001)
    assert story(result, value).last_commit is not None


def test_absent_content_is_a_gap(repository: Repository) -> None:
    repository.commit({"model.bin": pointer(b"elsewhere")})

    (gap,) = swept(repository.path).gaps

    assert (gap.path, gap.oid) == ("model.bin", repository.id("HEAD:model.bin"))
    assert "Git LFS" in gap.message


def test_content_that_is_not_what_the_pointer_says_is_a_gap(repository: Repository, value: str) -> None:
    content = line(value).encode()
    store(repository, content).write_bytes(b"something else")
    repository.commit({"model.bin": pointer(content)})

    result = swept(repository.path)

    assert (values(result), [gap.path for gap in result.gaps]) == ([], ["model.bin"])


@pytest.mark.parametrize(
    "text", ["version https://git-lfs.github.com/spec/v1\n", "version https://example.org\n"]
)
def test_what_only_looks_like_a_pointer_is_a_file(repository: Repository, value: str, text: str) -> None:
    repository.commit({"notes.py": text + line(value)})

    result = swept(repository.path)

    assert (values(result), result.gaps) == ([value], ())
