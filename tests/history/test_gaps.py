from __future__ import annotations

import random
import re
import shutil
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from okx_secret_scan.history.scope import Scope
from okx_secret_scan.model import Gap, Keeper, ScanResult
from tests.history.support import story, swept, values
from tests.places import line
from tests.repository import Repository
from tests.values import secret_key


def flip_somewhere(file: Path, is_told: Callable[[], bool]) -> None:
    """Flip one byte of `file` after another, at random, and see that each is told."""
    whole = file.read_bytes()
    for _ in range(6):
        at = random.randrange(len(whole))
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        assert is_told(), f"byte {at} of {len(whole)}"


@pytest.fixture
def value() -> str:
    return secret_key()


@pytest.fixture
def history(repository: Repository, value: str) -> Repository:
    """Ten commits to ten files; the value stands in `leak.py`."""
    repository.commit({"leak.py": line(value)})
    for number in range(10):
        repository.commit({f"{number}.py": f"number = {number}\n" * 100, "changing.py": f"{number}\n" * 300})
    return repository


def loose(repository: Repository, revision: str) -> Path:
    oid = repository.id(revision)
    return repository.git_dir / "objects" / oid[:2] / oid[2:]


def only_pack(repository: Repository) -> Path:
    repository.git("gc", "--quiet")
    (pack,) = (repository.git_dir / "objects" / "pack").glob("*.pack")
    pack.chmod(0o644)
    return pack


def about(result: ScanResult, oid: str) -> Gap:
    (gap,) = (gap for gap in result.gaps if gap.oid == oid)
    return gap


def test_a_deleted_blob_is_named_with_its_path(history: Repository, value: str) -> None:
    oid = history.id("HEAD:3.py")
    loose(history, "HEAD:3.py").unlink()

    result = swept(history.path)

    assert about(result, oid) == Gap("the object is missing", "3.py", oid)
    assert values(result) == [value]


@pytest.mark.parametrize("damage", [b"", b"nonsense"])
def test_a_damaged_blob_is_named_with_its_path(history: Repository, value: str, damage: bytes) -> None:
    oid, file = history.id("HEAD:3.py"), loose(history, "HEAD:3.py")
    file.chmod(0o644)
    file.write_bytes(damage)

    result = swept(history.path)

    assert about(result, oid) == Gap("the object is damaged", "3.py", oid)
    assert values(result) == [value]


@pytest.mark.parametrize("revision", ["HEAD~4", "HEAD~4^{tree}"])
@pytest.mark.parametrize("damage", [None, b"", b"nonsense"])
def test_a_lost_commit_or_tree_leaves_a_gap(
    history: Repository, value: str, revision: str, damage: bytes | None
) -> None:
    file = loose(history, revision)
    file.chmod(0o644)
    if damage is None:
        file.unlink()
    else:
        file.write_bytes(damage)

    result = swept(history.path)

    assert result.gaps
    assert values(result) == [value]


def test_a_truncated_pack_leaves_gaps_and_what_lies_outside_is_found(history: Repository) -> None:
    pack = only_pack(history)
    later = secret_key()
    history.commit({"later.py": line(later)})
    pack.write_bytes(pack.read_bytes()[:-2000])

    result = swept(history.path)

    assert result.gaps
    assert values(result) == [later]


def test_a_flipped_byte_anywhere_in_a_pack_is_never_a_clean_verdict(history: Repository, value: str) -> None:
    pack = only_pack(history)
    flip_somewhere(pack, lambda: bool(swept(history.path).gaps))


@pytest.mark.parametrize("name", ["pack-*.idx", "pack-*.rev", "multi-pack-index"])
def test_a_flipped_byte_in_what_leads_to_objects_is_never_a_clean_verdict(
    history: Repository, name: str
) -> None:
    history.git("config", "pack.writeReverseIndex", "true")
    pack = only_pack(history)
    history.git("multi-pack-index", "write")
    (file,) = pack.parent.glob(name)
    file.chmod(0o644)
    assert swept(history.path).gaps == ()

    flip_somewhere(file, lambda: bool(swept(history.path).gaps))


def test_a_damaged_pack_of_an_alternate_is_a_gap(history: Repository, tmp_path: Path) -> None:
    clone = Repository(tmp_path / "clone")
    (clone.git_dir / "objects" / "info" / "alternates").write_text(str(history.git_dir / "objects"))
    pack = only_pack(history)
    assert swept(clone.path).gaps == ()

    flip_somewhere(pack, lambda: any(pack.name in gap.message for gap in swept(clone.path).gaps))


def test_a_file_that_a_flipped_bit_makes_a_folder_is_a_gap(repository: Repository, value: str) -> None:
    repository.commit({"leak.py": line(value)})
    oid = repository.id("HEAD:leak.py")
    pack = only_pack(repository)
    listed = repository.git("verify-pack", "--verbose", pack.with_suffix(".idx")).decode().splitlines()
    (at,) = (int(entry.split()[4]) for entry in listed if entry.startswith(oid))
    content = bytearray(pack.read_bytes())
    content[at] ^= 0x10  # three bits of an object's first byte are its type
    pack.write_bytes(content)
    assert repository.git("cat-file", "-t", oid) == b"tree"

    result = swept(repository.path)

    assert about(result, oid).message == "the object is damaged"


def test_an_object_of_impossible_size_is_a_gap(history: Repository, value: str) -> None:
    oid = history.id("HEAD:3.py")
    file = loose(history, "HEAD:3.py")
    file.chmod(0o644)
    file.write_bytes(zlib.compress(b"blob 99999999999999\0x"))

    result = swept(history.path)

    assert about(result, oid).path == "3.py"
    assert values(result) == [value]


def test_a_damaged_pack_index_is_a_gap(history: Repository) -> None:
    index = only_pack(history).with_suffix(".idx")
    index.chmod(0o644)
    index.write_bytes(index.read_bytes()[:-100])

    result = swept(history.path)

    assert any("wrong index" in gap.message for gap in result.gaps)


def test_a_lost_alternate_is_a_gap(history: Repository, tmp_path: Path) -> None:
    clone = Repository(tmp_path / "clone")
    (clone.git_dir / "objects" / "info" / "alternates").write_text(str(history.git_dir / "objects"))
    clone.git("update-ref", "refs/heads/main", history.id())
    shutil.move(history.git_dir / "objects", tmp_path / "elsewhere")

    result = swept(clone.path)

    assert any("alternates" in gap.message for gap in result.gaps)


def test_objects_of_an_alternate_are_read(history: Repository, value: str, tmp_path: Path) -> None:
    clone = Repository(tmp_path / "clone")
    (clone.git_dir / "objects" / "info" / "alternates").write_text(str(history.git_dir / "objects"))

    result = swept(clone.path)

    assert (values(result), result.gaps) == ([value], ())
    # No clean-up of the clone removes it.
    assert story(result, value).kept_by is Keeper.ALTERNATE
    clone.git("update-ref", "refs/heads/main", history.id())
    assert story(swept(clone.path), value).kept_by is Keeper.REF


def test_a_shallow_clone_names_its_boundary(history: Repository, tmp_path: Path) -> None:
    clone = Repository.clone(history.path, tmp_path / "clone", "--depth=2")

    (gap,) = swept(clone.path).gaps

    assert clone.id("HEAD~1")[:12] in gap.message
    assert "git fetch --unshallow" in gap.message


def test_a_shallow_clone_can_be_accepted(history: Repository, tmp_path: Path) -> None:
    clone = Repository.clone(history.path, tmp_path / "clone", "--depth=2")

    assert swept(clone.path, Scope(allow_shallow=True)).gaps == ()


def test_a_partial_clone_lists_what_it_lacks_and_fetches_nothing(history: Repository, tmp_path: Path) -> None:
    history.git("config", "uploadpack.allowFilter", "true")
    history.git("config", "uploadpack.allowAnySHA1InWant", "true")
    clone = Repository.clone(history.path, tmp_path / "clone", "--filter=blob:none", "--no-checkout")
    objects = sorted(clone.git_dir.glob("objects/**/*"))

    result = swept(clone.path)

    missing = {gap.path: gap.message for gap in result.gaps}
    assert set(missing) == {"leak.py", "changing.py", *(f"{number}.py" for number in range(10))}
    (message,) = set(missing.values())
    assert "the object was never downloaded: this is a partial clone" in message
    assert sorted(clone.git_dir.glob("objects/**/*")) == objects


def test_what_a_partial_clone_is_told_to_do_brings_all(history: Repository, tmp_path: Path) -> None:
    history.git("config", "uploadpack.allowFilter", "true")
    clone = Repository.clone(history.path, tmp_path / "clone", "--filter=blob:none", "--no-checkout")
    command = re.search(r"\(git (fetch [^)]+) brings", swept(clone.path).gaps[0].message)
    assert command

    clone.git(*command[1].split())

    assert swept(clone.path).gaps == ()


def test_a_clone_without_trees_still_ends(history: Repository, tmp_path: Path) -> None:
    history.git("config", "uploadpack.allowFilter", "true")
    clone = Repository.clone(history.path, tmp_path / "clone", "--filter=tree:0", "--no-checkout")

    result = swept(clone.path)

    assert clone.id("HEAD^{tree}") in {gap.oid for gap in result.gaps}


def test_gaps_have_an_order_that_repacking_does_not_change(history: Repository) -> None:
    before = swept(history.path, Scope(max_blob_size=1)).gaps
    history.git("gc", "--quiet")

    assert len(before) > 20
    assert swept(history.path, Scope(max_blob_size=1)).gaps == before


def test_files_above_a_chosen_size_are_gaps(history: Repository, value: str) -> None:
    oid = history.id("HEAD:3.py")

    result = swept(history.path, Scope(max_blob_size=1000))

    assert about(result, oid) == Gap("larger than the limit of 1000 bytes", "3.py", oid)
    assert values(result) == [value]


def test_sha256_repositories(tmp_path: Path, value: str) -> None:
    repository = Repository(tmp_path / "long", "--object-format=sha256")
    repository.commit({"a.py": line(value)})
    repository.commit({"a.py": "clean\n"})
    repository.git("gc", "--quiet")

    result = swept(repository.path)

    assert (values(result), result.gaps) == ([value], ())
    (finding,) = result.findings
    assert len(finding.blob or "") == 64
    assert finding.attribution is not None
    assert finding.attribution.last_commit is not None


def test_an_empty_repository_is_clean(repository: Repository) -> None:
    result = swept(repository.path)

    assert (result.findings, result.gaps, result.summary.blobs) == ((), (), 0)


@pytest.mark.parametrize(("lost", "told"), [(".idx", "index"), (".pack", "pack")])
def test_half_a_pack_is_told_even_if_nothing_reaches_its_objects(
    history: Repository, lost: str, told: str
) -> None:
    history.git("gc", "--quiet")
    oid = history.git("hash-object", "-w", "--stdin", stdin=line(secret_key()).encode()).decode()
    packs = history.git_dir / "objects" / "pack"
    stem = history.git("pack-objects", packs / "pack", stdin=f"{oid}\n".encode()).decode()
    (packs / f"pack-{stem}{lost}").unlink()
    (history.git_dir / "objects" / oid[:2] / oid[2:]).unlink()

    assert [f"has lost its {told}" in gap.message for gap in swept(history.path).gaps] == [True]
