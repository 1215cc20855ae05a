"""A sweep of what was swept before looks at no commit again, and reports what one without memory does."""

from __future__ import annotations

import random
import shutil
from pathlib import Path
from unittest import mock

import pytest

from okx_secret_scan.history.places import locate
from okx_secret_scan.history.scope import Scope
from okx_secret_scan.model import ScanResult
from tests.command import config
from tests.history.support import swept
from tests.repository import Repository
from tests.values import account, passphrase


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def essence(result: ScanResult) -> object:
    return result.findings, result.credentials, result.gaps, result.summary.blobs, result.summary.commits


def harmless() -> str:
    """Return a file that has to be read to know that it holds nothing, unless its path names OKX."""
    return f"# Not for OKX.\nkucoin_passphrase = {passphrase()}\n# pages {random.randint(1, 10**9)}\n"


def nameless() -> str:
    """Return a file that holds a credential if its path names OKX, and nothing elsewhere."""
    return f"passphrase = {passphrase()}\n"


def looks_at_commits(path: Path, cache: Path) -> bool:
    with mock.patch("okx_secret_scan.history.sweep.locate", side_effect=locate) as looked:
        swept(path, cache=cache)
    return bool(looked.called)


@pytest.fixture
def clean(repository: Repository) -> Repository:
    repository.commit({"kucoin.env": harmless(), "notes.env": nameless(), "bot.py": "run()\n"})
    repository.commit({"bot.py": "run(1)\n"})
    return repository


def test_nothing_new_needs_no_look_at_all_commits(clean: Repository, folder: Path) -> None:
    assert looks_at_commits(clean.path, folder)

    assert not looks_at_commits(clean.path, folder)
    assert essence(swept(clean.path, cache=folder)) == essence(swept(clean.path))


def test_commits_that_touch_no_suspect_need_none_either(clean: Repository, folder: Path) -> None:
    swept(clean.path, cache=folder)
    clean.commit({"bot.py": "run(2)\n"})

    assert not looks_at_commits(clean.path, folder)
    clean.commit({"bot.py": "run(3)\n"})
    assert not looks_at_commits(clean.path, folder)


def test_a_new_suspect_needs_one(clean: Repository, folder: Path) -> None:
    swept(clean.path, cache=folder)
    clean.commit({"more.env": harmless()})

    assert looks_at_commits(clean.path, folder)
    assert not looks_at_commits(clean.path, folder)


def test_what_was_found_is_told_each_time(repository: Repository, folder: Path) -> None:
    repository.commit({"config.py": config(account())})
    first = swept(repository.path, cache=folder)

    assert first.findings
    assert looks_at_commits(repository.path, folder)
    assert essence(swept(repository.path, cache=folder)) == essence(first)


@pytest.mark.parametrize("committed", [True, False])
def test_a_suspect_at_a_new_path_is_found(clean: Repository, folder: Path, *, committed: bool) -> None:
    swept(clean.path, cache=folder)
    clean.git("mv", "notes.env", "okx.env")
    if committed:
        clean.commit()

    assert [finding.path for finding in swept(clean.path, cache=folder).findings] == ["okx.env"]


def test_what_left_the_index_is_looked_at_again(clean: Repository, folder: Path) -> None:
    clean.add({"a.py": f"# okx\npassphrase = {passphrase()}\n"})
    assert not swept(clean.path, cache=folder).findings
    clean.git("rm", "-q", "--cached", "a.py")

    assert swept(clean.path).findings
    assert essence(swept(clean.path, cache=folder)) == essence(swept(clean.path))


def test_a_submodule_that_was_lost_is_told(clean: Repository, tmp_path: Path, folder: Path) -> None:
    inner = Repository(tmp_path / "inner")
    inner.commit({"a.py": "run()\n"})
    clean.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.path, "okx-lib")
    clean.commit()
    clean.git("rm", "-q", "okx-lib")
    clean.commit()
    assert not swept(clean.path, cache=folder).gaps
    shutil.rmtree(clean.git_dir / "modules")

    assert swept(clean.path).gaps
    assert essence(swept(clean.path, cache=folder)) == essence(swept(clean.path))


def test_submodules_that_were_left_out_are_told_later(clean: Repository, folder: Path) -> None:
    clean.git("update-index", "--add", "--cacheinfo", f"160000,{'ab' * 20},okx-lib")
    clean.git("commit", "-q", "-m", "Link")
    assert not swept(clean.path, Scope(submodules=False), cache=folder).gaps

    assert swept(clean.path).gaps
    assert essence(swept(clean.path, cache=folder)) == essence(swept(clean.path))


def test_a_suspect_that_a_tag_names_is_found(clean: Repository, folder: Path) -> None:
    swept(clean.path, cache=folder)
    blob = clean.store(f"okx_passphrase = {passphrase()}\n")
    clean.git("tag", "stray", blob)

    assert essence(swept(clean.path, cache=folder)) == essence(swept(clean.path))
    assert swept(clean.path, cache=folder).findings


def test_what_lost_its_commits_is_looked_at_again(clean: Repository, folder: Path) -> None:
    clean.git("checkout", "-q", "-b", "side")
    clean.commit({"side.py": f"okx = kucoin(passphrase={passphrase()})\n"})
    clean.git("checkout", "-q", "-")
    swept(clean.path, cache=folder)
    commit = clean.id("side")
    clean.git("branch", "-q", "-D", "side")
    clean.git("reflog", "expire", "--expire=now", "--all")
    (clean.git_dir / "objects" / commit[:2] / commit[2:]).unlink()

    assert looks_at_commits(clean.path, folder)
    assert essence(swept(clean.path, cache=folder)) == essence(swept(clean.path))


def test_whatever_happens_reports_are_those_without_memory(clean: Repository, folder: Path) -> None:
    # What is found is told each time; so that much is clean, few paths name OKX.
    folders = [*("a", "b", "c/d") * 4, "okx"]

    def path() -> str:
        return f"{random.choice(folders)}/{random.randint(1, 9)}.env"

    def write() -> None:
        clean.commit({path(): random.choice([harmless(), nameless(), "run()\n"])})

    def move() -> None:
        old, new = clean.git("ls-files").split()[0].decode(), path()
        clean.write(new, (clean.path / old).read_bytes())
        clean.commit()

    def stage() -> None:
        clean.add({path(): nameless()})

    def branch() -> None:
        clean.git("stash", "-q", "-u")
        clean.git("checkout", "-q", "-b", f"b{random.randint(1, 10**9)}", random.choice(["HEAD", "HEAD~1"]))

    def forget() -> None:
        clean.git("reflog", "expire", "--expire=now", "--all")
        clean.git("gc", "-q", "--prune=now")

    def store() -> None:
        clean.store(random.choice([harmless(), nameless()]))

    def tag() -> None:
        clean.git("tag", f"t{random.randint(1, 10**9)}", random.choice(["HEAD", clean.store(nameless())]))

    def note() -> None:
        clean.git("notes", "add", "-f", "-m", nameless(), "HEAD")

    often = [write, write, write, move, branch, forget, store, stage]
    for step in range(24):
        random.choice(often if step < 20 else [*often, tag, note])()
        swept(clean.path, cache=folder)
        assert essence(swept(clean.path, cache=folder)) == essence(swept(clean.path)), step
