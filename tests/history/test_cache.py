from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from okx_secret_scan.history.cache import Cache, Kind, place_key, rule_set
from okx_secret_scan.model import ScanResult
from tests.command import Command, config
from tests.history.support import swept, values
from tests.places import line
from tests.repository import Repository
from tests.values import Account, account, secret_key

OIDS = [bytes([number]) * 20 for number in range(200)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def leaked() -> Account:
    return account()


@pytest.fixture
def history(repository: Repository, leaked: Account) -> Repository:
    readme = "A bot for OKX: set OKX_PASSPHRASE, OKX_API_KEY and OKX_SECRET_KEY.\n"
    repository.commit({"config.py": config(leaked), "README.md": readme})
    for number in range(5):
        repository.commit({f"{number}.py": f"number = {number}\n" * 5000})
    return repository


def spoil(repository: Repository, revision: str) -> None:
    """Damage the end of an object: git can still list it, but nobody can read it."""
    oid = repository.id(revision)
    file = repository.git_dir / "objects" / oid[:2] / oid[2:]
    file.chmod(0o644)
    file.write_bytes(file.read_bytes()[:-8])


def essence(result: ScanResult) -> object:
    summary = result.summary
    return result.findings, result.credentials, result.gaps, summary.blobs, summary.commits


def test_what_is_clean_is_not_read_again(history: Repository, folder: Path) -> None:
    first = swept(history.path, cache=folder)
    spoil(history, "HEAD:3.py")
    spoil(history, "HEAD:README.md")

    assert swept(history.path).gaps != ()
    assert essence(swept(history.path, cache=folder)) == essence(first)


def test_what_is_new_is_found(history: Repository, folder: Path) -> None:
    swept(history.path, cache=folder)
    value = secret_key()
    history.commit({"new.py": line(value)})

    assert value in values(swept(history.path, cache=folder))


def test_a_clean_file_at_a_new_path_is_judged_again(repository: Repository, folder: Path) -> None:
    leaked = account()
    bare = f'{{"key": "{leaked.key}", "secret": "{leaked.secret}", "passphrase": "{leaked.passphrase}"}}\n'
    repository.commit({"a.json": bare})
    before = swept(repository.path, cache=folder)
    repository.commit({"okx.json": bare})

    found = {finding.path for finding in swept(repository.path, cache=folder).findings}

    assert found == {*(finding.path for finding in before.findings), "okx.json"}


def test_other_rules_start_afresh(history: Repository, folder: Path) -> None:
    swept(history.path, cache=folder, rules="old")
    spoil(history, "HEAD:3.py")

    assert [gap.path for gap in swept(history.path, cache=folder, rules="new").gaps] == ["3.py"]


def test_repacking_loses_nothing(history: Repository, folder: Path) -> None:
    first = swept(history.path, cache=folder)
    history.git("gc", "--quiet", "--aggressive", "--prune=now")

    assert essence(swept(history.path, cache=folder)) == essence(first)


def test_what_could_not_be_read_is_not_remembered(history: Repository, folder: Path) -> None:
    oid = history.id("HEAD:3.py")
    file = history.git_dir / "objects" / oid[:2] / oid[2:]
    content = file.read_bytes()
    spoil(history, "HEAD:3.py")
    assert swept(history.path, cache=folder).gaps != ()
    assert swept(history.path, cache=folder).gaps != ()

    file.write_bytes(content)

    assert swept(history.path, cache=folder).gaps == ()


def test_it_holds_no_value_and_no_path(history: Repository, folder: Path, leaked: Account) -> None:
    swept(history.path, cache=folder)

    content = b"".join(file.read_bytes() for file in folder.iterdir())

    assert len(content) > 200
    for text in (leaked.key, leaked.secret, leaked.passphrase, "config.py", "README"):
        assert text.encode() not in content


@pytest.mark.parametrize("damage", ["truncated", "flipped", "empty", "foreign"])
def test_a_damaged_cache_is_made_anew_with_a_notice(history: Repository, folder: Path, damage: str) -> None:
    first = swept(history.path, cache=folder)
    (file, *_) = folder.iterdir()
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 0xFF
    damaged = {"truncated": content[:-30], "flipped": content, "empty": bytearray(), "foreign": bytearray(99)}
    file.write_bytes(damaged[damage])

    second = swept(history.path, cache=folder)
    third = swept(history.path, cache=folder)

    assert essence(second) == essence(first)
    assert second.notices == ("part of the cache was damaged and is made anew",)
    assert third.notices == ()


def test_a_folder_that_cannot_be_written_is_told_once(history: Repository, tmp_path: Path) -> None:
    obstacle = tmp_path / "file"
    obstacle.write_text("")

    result = swept(history.path, cache=obstacle / "cache")

    (notice,) = result.notices
    assert notice.startswith("the cache cannot be written: ")
    assert essence(result) == essence(swept(history.path))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full disk")
def test_a_full_disk_is_told_once(history: Repository, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, content: bytes) -> int:
        with Path("/dev/full").open("wb") as device:
            return device.write(content)

    monkeypatch.setattr(Path, "write_bytes", full)

    (notice,) = swept(history.path, cache=folder).notices

    assert "No space left on device" in notice


def test_entries_survive_any_number_of_runs_in_few_files(folder: Path) -> None:
    for oid in OIDS:
        cache = Cache(folder, "rules")
        cache.add(Kind.CLEAN, [oid])
        cache.flush()

    assert len(list(folder.iterdir())) < 20
    assert set(Cache(folder, "rules").items(Kind.CLEAN)) == set(OIDS)


def test_runs_beside_each_other_keep_each_others_entries(folder: Path) -> None:
    one, other = Cache(folder, "rules"), Cache(folder, "rules")
    one.add(Kind.CLEAN, OIDS[:3])
    other.add(Kind.SUSPECT, OIDS[2:5])
    one.flush()
    other.flush()

    both = Cache(folder, "rules")

    assert set(both.items(Kind.CLEAN)) == set(OIDS[:3])
    assert set(both.items(Kind.SUSPECT)) == set(OIDS[2:5])


def test_places_differ_by_object_source_and_path() -> None:
    keys = {
        place_key(oid, source, path)
        for oid in OIDS[:2]
        for source in ("file", "note")
        for path in (None, "", "a", "b", "gr\udcfc.py")
    }

    assert len(keys) == 20


def test_the_rule_set_is_the_same_in_every_process() -> None:
    command = "from okx_secret_scan.history.cache import rule_set; print(rule_set())"
    done = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == rule_set()


def test_the_command_remembers_inside_the_git_directory(history: Repository, okx: Command) -> None:
    okx("history")

    assert list((history.git_dir / "okx-secret-scan").iterdir())


def test_a_git_directory_cannot_say_of_itself_that_it_is_clean(
    history: Repository, okx: Command, leaked: Account
) -> None:
    okx("history")
    forged = history.git_dir / "okx-secret-scan"
    cache = Cache(forged)
    for file in forged.iterdir():
        file.unlink(missing_ok=True)
    cache.add(Kind.CLEAN, [bytes.fromhex(history.id("HEAD:config.py"))])
    cache.flush()
    assert len(list(forged.iterdir())) == 1

    run = okx("history")

    assert run.status == 1
    assert "part of the cache was damaged and is made anew" in run.err


def test_without_a_place_for_the_key_nothing_is_remembered(history: Repository, okx: Command) -> None:
    okx.home.rmdir()
    okx.home.write_text("")

    run = okx("history")

    assert run.status == 1
    assert not (history.git_dir / "okx-secret-scan").exists()


@pytest.mark.parametrize("link", [False, True])
def test_a_cache_that_came_with_the_repository_is_refused(
    history: Repository, okx: Command, link: bool
) -> None:
    history.commit({"caches/old": "x"})
    if link:
        (history.path / "link").symlink_to("caches")
        history.commit()

    run = okx("history", "--cache", "link" if link else "caches")

    assert (run.status, run.out) == (2, "")
    assert "the repository itself brings files there" in run.err


def test_a_cache_beside_tracked_files_is_used(history: Repository, okx: Command) -> None:
    for _ in range(2):
        run = okx("history", "--format=json", "--cache", ".cache")

    assert run.report["summary"]["known"] > 0


def test_the_command_can_do_without_memory(history: Repository, okx: Command) -> None:
    okx("history", "--no-cache")

    assert not (history.git_dir / "okx-secret-scan").exists()


def test_a_killed_run_changes_no_later_report(history: Repository, okx: Command, folder: Path) -> None:
    def report() -> object:
        found = okx("history", "--format=json", "--cache", folder, "--jobs=2").report
        return found["findings"], found["errors"], found["credentials"]

    begin = time.monotonic()
    expected = report()
    duration = time.monotonic() - begin
    for _ in range(4):
        for file in random.sample(sorted(folder.iterdir()), len(list(folder.iterdir())) // 2):
            file.unlink()
        process = subprocess.Popen(
            okx.line("history", "--cache", folder, "--jobs=2"),
            cwd=okx.folder,
            env=okx.environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(random.uniform(0, duration))
        process.kill()
        process.wait()

        assert report() == expected
