"""Repositories that nobody would make on purpose, or only with one: all is found, and nothing crashes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from okx_secret_scan.model import Keeper, Source
from tests.command import Command
from tests.history.support import story, swept, values
from tests.places import line
from tests.repository import Repository
from tests.values import secret_key

PERSON = "A <a@example.org> 1700000000 +0000"


@pytest.fixture
def value() -> str:
    return secret_key()


@pytest.fixture
def leaking(repository: Repository, value: str) -> Repository:
    repository.commit({"leak.py": line(value)})
    return repository


def write_object(repository: Repository, kind: str, content: bytes) -> str:
    """Write an object of any content and return its id."""
    arguments = ("hash-object", "-t", kind, "-w", "--stdin", "--literally")
    return repository.git(*arguments, stdin=content).decode()


def write_commit(repository: Repository, rest: bytes) -> str:
    """Write a commit without files and make it the branch main; `rest` follows its committer."""
    tree = repository.git("mktree").decode()
    head = f"tree {tree}\nauthor {PERSON}\ncommitter {PERSON}\n"
    commit = write_object(repository, "commit", head.encode() + rest)
    (repository.git_dir / "refs" / "heads" / "main").write_text(f"{commit}\n")
    return commit


ENCODINGS = {
    "UTF-16 and true": ("UTF-16LE", "utf-16-le"),
    "UTF-16 and a lie": ("UTF-16LE", "utf-8"),
    "EBCDIC and true": ("cp037", "cp037"),
    "EBCDIC and a lie": ("cp037", "utf-8"),
    "UTF-7": ("UTF-7", "utf-7"),
    "no text encoding": ("zlib", "utf-8"),
    "unknown": ("klingon", "utf-8"),
    "no name": ("\u2028", "utf-8"),
}


@pytest.mark.parametrize(("declared", "encoding"), ENCODINGS.values(), ids=ENCODINGS.keys())
def test_no_declared_encoding_hides_a_message(
    repository: Repository, value: str, declared: str, encoding: str
) -> None:
    message = f"Grüße\n\n{line(value)}".encode(encoding)
    commit = write_commit(repository, f"encoding {declared}\n\n".encode() + message)

    (finding,) = swept(repository.path).findings

    assert (finding.secret.reveal(), finding.source, finding.blob) == (value, Source.COMMIT_MESSAGE, commit)


@pytest.mark.parametrize(
    "header",
    [
        "gpgsig -----BEGIN PGP SIGNATURE-----\n {} \n iQ==\n -----END PGP SIGNATURE-----\n",
        "mergetag object 1234\n type commit\n tag x\n \n {}\n",
        "{}\n",
    ],
    ids=["signature", "merged tag", "unknown header"],
)
def test_headers_are_read(repository: Repository, value: str, header: str) -> None:
    write_commit(repository, header.format(line(value).strip()).encode() + b"\nWork\n")

    (finding,) = swept(repository.path).findings

    assert (finding.secret.reveal(), finding.source) == (value, Source.HEADER)


def test_a_tag_keeps_its_name_when_the_ref_is_gone(repository: Repository, value: str) -> None:
    repository.commit()
    repository.git("tag", "--annotate", "--message=Release", f"okx_secret_key_{value}")

    told = story(swept(repository.path), value)
    assert told.refs == (f"refs/tags/okx_secret_key_{value[:4]}{'*' * 28}",)

    repository.git("tag", "--delete", f"okx_secret_key_{value}")

    (finding,) = swept(repository.path).findings
    assert finding.source is Source.REF_NAME
    assert finding.attribution is not None
    assert (finding.attribution.refs, finding.attribution.kept_by) == ((), Keeper.NOTHING)


@pytest.mark.parametrize(
    "time",
    ["99999999999999999999 +0000", "-5 +0000", "1 +9999", "1 -2400", "x", ""],
    ids=lambda time: time or "none",
)
def test_clocks_that_no_calendar_has(repository: Repository, value: str, time: str) -> None:
    tree = repository.git("mktree").decode()
    person = f"A <a@example.org> {time}"
    content = f"tree {tree}\nauthor {person}\ncommitter {person}\n\n{line(value)}"
    commit = write_object(repository, "commit", content.encode())
    (repository.git_dir / "refs" / "heads" / "main").write_text(f"{commit}\n")

    told = story(swept(repository.path), value)

    assert told.commit is not None
    assert told.commit.sha == commit


BROKEN_REFS = {"no id": "nonsense\n", "nothing": "", "an id of nothing": "1" * 40 + "\n"}


@pytest.mark.parametrize("content", BROKEN_REFS.values(), ids=BROKEN_REFS.keys())
def test_a_broken_ref_is_a_gap_and_hides_no_other(leaking: Repository, value: str, content: str) -> None:
    name = secret_key()
    leaking.git("branch", f"OKX_SECRET_KEY={name}")
    (leaking.git_dir / "refs" / "heads" / "broken").write_text(content)

    result = swept(leaking.path)

    assert result.gaps
    assert values(result) == sorted([value, name])
    assert "refs/heads/main" in story(result, value).refs


def test_a_damaged_index_is_a_gap_and_hides_no_path(leaking: Repository, value: str) -> None:
    (leaking.git_dir / "index").write_bytes(b"DIRC")

    result = swept(leaking.path)

    assert any("index" in gap.message for gap in result.gaps)
    assert story(result, value, "leak.py").at_head


def test_an_object_of_no_known_type_is_a_gap_and_hides_no_other(leaking: Repository, value: str) -> None:
    oid = write_object(leaking, "weird", b"content")

    result = swept(leaking.path)

    assert oid in {gap.oid for gap in result.gaps}
    assert values(result) == [value]


GARBAGE = {
    "commit": lambda repository: write_object(repository, "commit", b"hello"),
    "tag": lambda repository: write_object(repository, "tag", b"hello"),
    "commit without its tree": lambda repository: write_object(
        repository, "commit", f"tree {'3' * 40}\nauthor {PERSON}\ncommitter {PERSON}\n\nHi\n".encode()
    ),
    "commit whose tree is a file": lambda repository: write_object(
        repository,
        "commit",
        f"tree {repository.store('x')}\nauthor {PERSON}\ncommitter {PERSON}\n\nHi\n".encode(),
    ),
}


@pytest.mark.parametrize("make", GARBAGE.values(), ids=GARBAGE.keys())
def test_objects_that_are_not_what_they_say(
    leaking: Repository, value: str, make: Callable[[Repository], str]
) -> None:
    (leaking.git_dir / "refs" / "heads" / "odd").write_text(make(leaking) + "\n")

    result = swept(leaking.path)

    assert result.gaps
    assert values(result) == [value]


def test_alternates_in_a_circle(leaking: Repository, value: str, tmp_path: Path) -> None:
    other = Repository(tmp_path / "other")
    for one, two in ((leaking, other), (other, leaking)):
        (one.git_dir / "objects" / "info" / "alternates").write_text(f"{two.git_dir / 'objects'}\n")

    assert values(swept(leaking.path)) == values(swept(other.path)) == [value]


def test_refs_that_name_files_and_folders(leaking: Repository, value: str) -> None:
    other = secret_key()
    leaking.git("update-ref", "refs/odd/file", leaking.store(line(other)))
    leaking.git("update-ref", "refs/odd/folder", leaking.id("HEAD^{tree}"))

    result = swept(leaking.path)

    assert story(result, other).refs == ("refs/odd/file",)
    assert story(result, value).refs == ("refs/heads/main", "refs/odd/folder")


def test_tags_of_tags_of_a_file(repository: Repository, value: str) -> None:
    repository.git("tag", "--annotate", "--message=Inner", "inner", repository.store(line(value)))
    repository.git("tag", "--annotate", "--message=Outer", "outer", "inner")
    repository.git("tag", "--delete", "inner")

    assert story(swept(repository.path), value).refs == ("refs/tags/outer",)


def test_a_merge_of_many(repository: Repository, value: str) -> None:
    repository.commit({"a": "a"})
    for name in ("one", "two", "three"):
        repository.git("checkout", "--quiet", "-b", name, "main")
        came = repository.commit({name: line(value) if name == "three" else name})
    repository.git("checkout", "--quiet", "main")
    repository.git("merge", "--quiet", "-m", "Octopus", "one", "two", "three")

    told = story(swept(repository.path), value)

    assert told.commit is not None
    assert (told.commit.sha, told.at_head) == (came, True)


def test_a_head_that_is_not_born_yet(leaking: Repository, value: str) -> None:
    leaking.git("symbolic-ref", "HEAD", "refs/heads/elsewhere")

    told = story(swept(leaking.path), value)

    assert (told.at_head, told.refs, told.last_commit) == (False, ("refs/heads/main",), None)


def test_a_work_tree_that_was_pruned(leaking: Repository, value: str, tmp_path: Path) -> None:
    staged = secret_key()
    leaking.git("worktree", "add", "--quiet", "--detach", tmp_path / "second")
    Repository(tmp_path / "second").add({"staged.py": line(staged)})
    (tmp_path / "second" / ".git").unlink()

    result = swept(leaking.path)

    assert (values(result), result.gaps) == (sorted([value, staged]), ())


@pytest.mark.parametrize("place", ["nowhere", "", "another"])
def test_a_work_tree_that_is_elsewhere(leaking: Repository, value: str, tmp_path: Path, place: str) -> None:
    Repository(tmp_path / "another").commit({"a.py": line(secret_key())})
    leaking.git("config", "core.worktree", str(tmp_path / place))

    result = swept(leaking.path)

    assert (values(result), result.gaps) == ([value], ())


@pytest.mark.parametrize("name", ["with\nline break", "with space", "-dash", "Grüße"])
def test_folders_with_any_name(tmp_path: Path, value: str, name: str) -> None:
    repository = Repository(tmp_path / name)
    repository.commit({"leak.py": line(value)})

    assert values(swept(repository.path)) == [value]


@pytest.mark.parametrize("damage", ["HEAD", "objects", "refs"])
def test_a_damaged_repository_is_not_taken_for_the_one_around_it(
    repository: Repository, okx: Command, damage: str
) -> None:
    inner = Repository(repository.path / "inner")
    inner.commit({"leak.py": line(secret_key())})
    (inner.git_dir / damage).rename(inner.path / damage)

    run = okx("history", "inner")

    assert run.status == 2
    assert "the repository here is damaged" in run.err


def test_a_folder_of_a_repository_stands_for_it(leaking: Repository, okx: Command) -> None:
    leaking.write("sub/folder/a.txt", "")

    assert okx("history", "sub/folder").status == 1
