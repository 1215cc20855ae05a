from __future__ import annotations

import pytest

from okx_secret_scan.detector import gate, screen
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
