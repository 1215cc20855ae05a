"""What is read from packs without git is what git reads, and git is asked for the rest."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from okx_secret_scan.git import objects, packs
from okx_secret_scan.git.objects import GitObject, UnreadableObject, read_objects
from okx_secret_scan.git.repository import discover
from okx_secret_scan.git.stores import damaged_files
from tests.repository import Repository, isolated_environment

Answers = dict[str, GitObject | UnreadableObject]
LINES = 400


@pytest.fixture(autouse=True)
def _with_engine() -> None:
    assert packs.engine() is not None


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    return grown(tmp_path_factory.mktemp("packs") / "template")


@pytest.fixture
def repository(template: Repository, tmp_path: Path) -> Repository:
    """Return a repository whose objects are loose."""
    shutil.copytree(template.path, tmp_path / "repository")
    return Repository(tmp_path / "repository")


def grown(path: Path, *options: str) -> Repository:
    """Return a repository whose files and folders change a little from commit to commit, with a tag."""
    repository = Repository(path, *options)
    lines = [f"{number}: {random.random()}" for number in range(LINES)]
    for number in range(12):
        lines[number * 7] = f"changed {random.random()}"
        texts = {f"src/{name}.txt": "\n".join([name, *lines]) for name in "ab"}
        repository.commit({**texts, "empty": "", "noise.bin": os.urandom(3000)})
    repository.git("tag", "--annotate", "--message=First", "v1")
    return repository


def packed(repository: Repository, *options: str) -> Repository:
    """Put all that `repository` holds into one pack."""
    repository.git(*options, "repack", "-adf", "--depth=20", "--window=20", "--quiet")
    repository.git("prune-packed")
    return repository


def folder(repository: Repository) -> Path:
    return repository.git_dir / "objects"


def every_id(repository: Repository) -> list[str]:
    listed = repository.git("cat-file", "--batch-all-objects", "--batch-check=%(objectname)")
    return listed.decode().split()


def by_git(repository: Repository, oids: Sequence[str]) -> Answers:
    return {found.oid: found for found in read_objects(oids, repository.path)}


def by_both(repository: Repository, oids: Sequence[str]) -> Answers:
    answers = list(read_objects(oids, repository.path, folder(repository)))
    assert sorted(found.oid for found in answers) == sorted(oids)
    return {found.oid: found for found in answers}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect the ids that git is asked for."""
    ids: list[str] = []
    real = objects._through_git

    def note(oids: Sequence[str], repository: Path | None) -> object:
        ids.extend(oids)
        return real(oids, repository)

    monkeypatch.setattr(objects, "_through_git", note)
    return ids


def test_all_of_a_pack_is_read_without_git(repository: Repository, asked: list[str]) -> None:
    packed(repository)
    oids = every_id(repository)

    answers = by_both(repository, oids)

    assert not asked
    assert answers == by_git(repository, oids)
    assert {found.type for found in answers.values() if isinstance(found, GitObject)} == {
        "blob",
        "commit",
        "tag",
        "tree",
    }


def _with_named_bases(repository: Repository) -> None:
    packed(repository, "-c", "repack.useDeltaBaseOffset=false")


def _with_long_offsets(repository: Repository) -> None:
    packed(repository)
    (pack,) = (folder(repository) / "pack").glob("*.pack")
    index = pack.with_suffix(".idx")
    index.unlink()
    repository.git("index-pack", "--index-version=2,0x40", "-o", index, pack)


def _in_several_packs(repository: Repository) -> None:
    for revision in ("HEAD~6", "HEAD~3", "v1"):
        repository.git("pack-objects", "--revs", "--unpacked", "-q", folder(repository) / "pack" / "pack",
                       stdin=f"{revision}\n".encode())  # fmt: skip
        repository.git("prune-packed")
    repository.git("multi-pack-index", "write")


@pytest.mark.parametrize("pack", [_with_named_bases, _with_long_offsets, _in_several_packs])
def test_forms_of_packs(pack: Callable[[Repository], None], repository: Repository, asked: list[str]) -> None:
    pack(repository)
    oids = every_id(repository)

    answers = by_both(repository, oids)

    assert not asked
    assert answers == by_git(repository, oids)


def test_ids_of_sha_256(tmp_path: Path, asked: list[str]) -> None:
    repository = packed(grown(tmp_path / "repository", "--object-format=sha256"))
    oids = every_id(repository)

    answers = by_both(repository, oids)

    assert not asked
    assert answers == by_git(repository, oids)


def test_objects_of_alternates_and_of_their_alternates(
    repository: Repository, tmp_path: Path, asked: list[str]
) -> None:
    first = packed(repository)
    second = Repository(tmp_path / "second")
    third = Repository(tmp_path / "third")
    alternates = Path("info", "alternates")
    (folder(second) / alternates).write_text(f"# shared\n{folder(first)}\n", encoding="utf-8")
    (folder(third) / alternates).write_text(f"../../../second/.git/objects\n{tmp_path / 'none'}\n", "utf-8")
    (folder(first) / alternates).write_text(f"{folder(third)}\n", encoding="utf-8")  # in a circle
    oids = every_id(first)

    assert len(by_both(third, oids)) == len(oids)
    assert not asked


def test_git_reads_what_is_loose_large_missing_or_indexed_as_long_ago(
    repository: Repository, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    packed(repository)
    large = repository.id("HEAD:src/a.txt")
    loose, missing = repository.store("loose"), "0" * 39 + "1"
    oids = [*every_id(repository), missing]
    expected = by_git(repository, oids)

    monkeypatch.setattr(packs, "_LARGEST", 2 * len(repository.git("cat-file", "blob", large)) // 3)
    asked.clear()
    assert by_both(repository, oids) == expected
    assert {loose, missing, large} <= set(asked) < set(oids)

    (pack,) = (folder(repository) / "pack").glob("*.pack")
    index = pack.with_suffix(".idx")
    index.unlink()
    repository.git("index-pack", "--index-version=1", "-o", index, pack)
    asked.clear()
    assert by_both(repository, oids) == expected
    assert set(asked) == set(oids)


@pytest.mark.parametrize("suffix", [".pack", ".idx"])
def test_damage_gives_what_git_makes_of_it(suffix: str, repository: Repository) -> None:
    packed(repository)
    oids = every_id(repository)
    (file,) = (folder(repository) / "pack").glob(f"*{suffix}")
    file.chmod(0o644)
    sound = file.read_bytes()
    unreadable = 0
    for _ in range(10):
        damaged = bytearray(sound)
        for _ in range(4):
            damaged[random.randrange(len(sound))] ^= 1 << random.randrange(8)
        file.write_bytes(damaged)
        unreadable += _as_git_or_better(repository, oids)
    for size in (0, 7, 1031, 1200, len(sound) // 2, len(sound) - 1):
        file.write_bytes(sound[:size])
        unreadable += _as_git_or_better(repository, oids)
    assert unreadable


def _as_git_or_better(repository: Repository, oids: Sequence[str]) -> int:
    """Check that all is read as git does, or right where git reads nothing; return how much is not read."""
    by_us, git = by_both(repository, oids), by_git(repository, oids)
    for oid, found in by_us.items():
        if isinstance(found, GitObject):
            assert found == git[oid] or (isinstance(git[oid], UnreadableObject) and found.intact)
        else:
            assert isinstance(git[oid], UnreadableObject)
    return sum(isinstance(found, UnreadableObject) for found in by_us.values())


def test_chains_that_go_in_circles_end(repository: Repository) -> None:
    _with_named_bases(repository)
    (file,) = (folder(repository) / "pack").glob("*.pack")
    deltas = repository.git("cat-file", "--batch-all-objects", "--batch-check=%(objectname) %(deltabase)")
    pairs = [line.split() for line in deltas.decode().splitlines()]
    delta, base = next(
        (oid, base) for oid, base in pairs if set(base) != {"0"} and [base, "0" * 40] not in pairs
    )
    base_of_base = dict(pairs)[base]
    file.chmod(0o644)
    file.write_bytes(file.read_bytes().replace(bytes.fromhex(base_of_base), bytes.fromhex(delta)))
    engine = packs.engine()
    assert engine is not None

    with packs.Packs(folder(repository), 20, engine) as opened:
        assert opened.read(bytes.fromhex(delta)) is None


def test_sizes_that_are_not_true_cost_no_memory(tmp_path: Path, asked: list[str]) -> None:
    repository = Repository(tmp_path / "repository")
    oid = repository.store(b"a" * 200)
    packed_id = repository.git("pack-objects", "-q", folder(repository) / "pack" / "pack", stdin=oid.encode())
    repository.git("prune-packed")
    file = folder(repository) / "pack" / f"pack-{packed_id.decode()}.pack"
    file.chmod(0o644)
    data = bytearray(file.read_bytes())
    assert data[12] & 0x80  # the size goes on in the next byte
    data[13:14] = bytes([0xFF, 0xFF, 0xFF, 0xFF, 0x7F])
    file.write_bytes(data)

    (found,) = by_both(repository, [oid]).values()

    assert isinstance(found, UnreadableObject)
    assert asked == [oid]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_named_pipe_among_the_packs_stops_nothing(repository: Repository) -> None:
    packed(repository)
    os.mkfifo(folder(repository) / "pack" / "pack-0000.idx")
    os.mkfifo(folder(repository) / "pack" / "pack-0000.pack")
    engine = packs.engine()
    assert engine is not None

    with packs.Packs(folder(repository), 20, engine) as opened:
        assert opened.read(bytes.fromhex(repository.id("HEAD"))) is not None
    assert not list(damaged_files(discover(repository.path)))


def test_a_pack_that_goes_away_while_it_is_read(repository: Repository) -> None:
    packed(repository)
    oids = every_id(repository)
    expected = by_git(repository, oids)
    answers = read_objects(oids, repository.path, folder(repository))
    first = next(answers)

    packed(repository, "-c", "repack.writeBitmaps=false")

    assert {found.oid: found for found in (first, *answers)} == expected


def test_little_memory_is_kept(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    packed(repository)
    oids = every_id(repository)
    monkeypatch.setattr(packs, "_KEPT", 20_000)
    monkeypatch.setattr(packs, "_LET_GO", 20_000)
    engine = packs.engine()
    assert engine is not None

    with packs.Packs(folder(repository), 20, engine) as opened:
        answers = {oid: opened.read(bytes.fromhex(oid)) for oid in oids}
        assert sum(len(data) for _, data in opened._kept.values()) <= 20_000

    expected = by_git(repository, oids)
    assert all(GitObject(oid, *found) == expected[oid] for oid, found in answers.items() if found)
    assert None not in answers.values()


@pytest.mark.parametrize(
    ("absent", "used"), [("isal", ("dulwich",)), ("dulwich.pack", None), ("dulwich._pack", None)]
)
def test_without_compiled_code_it_is_left_out(absent: str, used: tuple[str, ...] | None) -> None:
    script = f"""
import sys
sys.modules[{absent!r}] = None
from okx_secret_scan.git import packs
engine = packs.engine()
print(engine and engine.distributions)
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert done.stdout.strip() == str(used)


def test_zlib_inflates_where_isal_does_not(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    packed(repository)
    oids = every_id(repository)
    expected = by_git(repository, oids)
    monkeypatch.setitem(sys.modules, "isal", None)
    packs.engine.cache_clear()
    try:
        assert by_both(repository, oids) == expected
    finally:
        packs.engine.cache_clear()


def test_hooks_do_without_it(repository: Repository) -> None:
    packed(repository)
    repository.add({"new.txt": "# how to call OKX\n"})
    script = """
import sys
sys.argv = ["okx-secret-scan", "staged"]
from okx_secret_scan.__main__ import main
try:
    main()
finally:
    assert "okx_secret_scan.git.packs" not in sys.modules
"""
    subprocess.run(
        [sys.executable, "-c", script],
        cwd=repository.path,
        env=isolated_environment(repository.home),
        capture_output=True,
        check=True,
    )


@pytest.mark.skipif(os.name == "nt", reason="no such names here")
def test_quoted_alternates(repository: Repository, tmp_path: Path, asked: list[str]) -> None:
    packed(repository)
    moved = tmp_path / 'a "store"\n'
    shutil.move(folder(repository), moved)
    second = Repository(tmp_path / "second")
    written = str(moved).replace('"', '\\"').replace("\n", "\\n")
    (folder(second) / "info" / "alternates").write_text(f'"{written}"\n', encoding="utf-8")
    oids = every_id(second)

    assert len(by_both(second, oids)) == len(oids) > 0
    assert not asked
