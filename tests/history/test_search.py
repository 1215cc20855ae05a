from __future__ import annotations

from pathlib import Path

import pytest

from okx_secret_scan.detector import gate, screen
from okx_secret_scan.history.search import search_share
from okx_secret_scan.sources import history
from okx_secret_scan.sources.history import PackedShare
from tests.history.support import swept, values
from tests.places import line
from tests.repository import Repository
from tests.values import secret_key


def test_large_histories_are_screened_and_tell_the_same(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    value = secret_key()
    repository.commit({"a.py": line(value), "b.py": "clean\n"})
    repository.commit({"a.py": "clean, too\n"}, message=f"Drop OKX_SECRET_KEY={value}")
    small = swept(repository.path)
    assert values(small) == [value, value]
    asked: list[bytes] = []

    def count(data: bytes, path: str | None = None, words: tuple[bytes, ...] = ()) -> bool:
        asked.append(data)
        return real(data, path, words)

    real = gate.could_match
    monkeypatch.setattr(screen, "MUCH", 0)
    screen.gate_for_many.cache_clear()
    monkeypatch.setattr(gate, "could_match", count)
    large = swept(repository.path)

    assert screen.engine() is not None
    assert large.findings == small.findings
    assert b"clean\n" not in asked


def test_a_file_that_names_okx_and_could_hold_nothing_is_not_read_again(repository: Repository) -> None:
    repository.commit({"a.py": line(secret_key()), "README": "Trades on OKX: set OKX_API_KEY first.\n"})
    ids = {name: bytes.fromhex(repository.id(f"HEAD:{name}")) for name in ("a.py", "README")}
    share = PackedShare(repository.path, repository.git_dir, b"".join(ids.values()), 20)

    searched = search_share(0, share)

    assert searched.suspects == [ids["a.py"]]
    assert searched.clean == [ids["README"]]


def test_patterns_are_made_only_where_much_is_unknown(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[tuple[bytes, ...]] = []
    monkeypatch.setattr(screen, "fast_gate", made.append)
    monkeypatch.setattr(history, "_LITTLE", 0)
    monkeypatch.setattr(history, "_MIN_SHARE", 1)
    repository.commit({f"{name}.py": line(secret_key()) for name in "abc"})

    first, again = (swept(repository.path, cache=tmp_path / "cache") for _ in range(2))

    assert first.findings == again.findings
    assert len(made) == 1
