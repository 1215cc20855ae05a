"""The fast gate lets through exactly what the gate does."""

from __future__ import annotations

import base64
import random
import sys
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okx_secret_scan.detector import gate, screen
from tests.corpus_format import case_names, load
from tests.values import api_key, secret_key

SEED = 5
fast = screen.fast_gate()


@pytest.fixture(autouse=True)
def _with_engine() -> None:
    assert screen.engine() is not None


@pytest.mark.parametrize("name", case_names())
def test_a_file_of_the_corpus_is_let_through_by_both_or_by_none(name: str) -> None:
    data = load(name, SEED).data
    assert fast(data) == gate.could_match(data)
    wide = data.decode("utf-8", "replace").encode("utf-16")
    assert fast(wide) == gate.could_match(wide)
    # Lines say more than files: most of those are let through for more than one reason.
    for line in data.split(b"\n"):
        assert fast(line) == gate.could_match(line)


def _hex(data: bytes) -> bytes:
    return data.hex().encode()


def _percent(data: bytes) -> bytes:
    return b"".join(b"%%%02x" % byte for byte in data)


def _backslashes(data: bytes) -> bytes:
    return b"".join(b"\\x%02X" % byte for byte in data)


def _entities(data: bytes) -> bytes:
    return b"".join(b"&#x%02x;" % byte for byte in data)


def _code_points(data: bytes) -> bytes:
    return b"".join(b"\\u00%02x" % byte for byte in data)


ENCODERS = (base64.b64encode, _hex, _percent, _backslashes, _entities, _code_points, bytes)
VALUES = (
    lambda: secret_key().encode(),
    lambda: api_key().encode(),
    lambda: f'{{"exchange": "okx", "n": "{random.random()}"}}'.encode(),
    lambda: f'secret_id = "{api_key()}"'.encode(),
    lambda: f"key {secret_key()} login".encode(),
    lambda: b'"op": "login"',
)
noise = st.one_of(st.binary(max_size=60), st.text(max_size=60).map(str.encode))


@given(value=st.sampled_from(VALUES), encoder=st.sampled_from(ENCODERS), before=noise, after=noise)
@settings(max_examples=600, deadline=None)
def test_a_value_in_any_code_passes_both_or_none(
    value: Callable[[], bytes], encoder: Callable[[bytes], bytes], before: bytes, after: bytes
) -> None:
    data = before + encoder(value()) + after
    assert fast(data) == gate.could_match(data)


@given(st.binary(max_size=200))
@settings(max_examples=300, deadline=None)
def test_bytes_at_random(data: bytes) -> None:
    assert fast(data) == gate.could_match(data)


@given(st.text("0123456789ABCDEFabcdef-MNOQRk2tT;%\\xu&# \n", min_size=30, max_size=200))
@settings(max_examples=300, deadline=None)
def test_texts_that_come_close(text: str) -> None:
    assert fast(text.encode()) == gate.could_match(text.encode())


def test_every_word_passes_in_any_case() -> None:
    for word in gate.WORDS:
        assert fast(b"see " + word)
        assert fast(b"see " + word.upper())


def test_the_words_of_a_vocabulary_pass() -> None:
    words = (b"acme+desk", "天元".encode())
    assert all(screen.fast_gate(words)(b"# " + word.upper()) for word in words)
    assert not any(fast(b"# " + word) for word in words)


def test_without_an_engine_it_is_the_gate(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hyperscan", None)
    screen._databases.cache_clear()
    try:
        plain = screen.fast_gate((b"acme",))
        assert screen.engine() is None
        assert plain(b"ACME")
        assert plain(b"okx")
        assert not plain(b"flask")
    finally:
        screen._databases.cache_clear()


def test_a_gate_for_many_tells_the_same_before_and_after_it_gets_fast(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[tuple[bytes, ...]] = []
    real = screen.fast_gate

    def make(words: tuple[bytes, ...]) -> Callable[[bytes], bool]:
        made.append(words)
        return real(words)

    monkeypatch.setattr(screen, "fast_gate", make)
    monkeypatch.setattr(screen, "MUCH", 1000)
    screen._databases.cache_clear()
    screen.gate_for_many.cache_clear()
    ask = screen.gate_for_many((b"acme",))
    asked = [
        (b"# ACME", "a.py"),
        (b"# OKX", None),
        (b"key = 1", "okx/keys.py"),
        (b"", f"{api_key()}/{secret_key()}.txt"),
        (b"key = 1", "a.py"),
    ]
    answers = [True, True, True, True, False]
    assert [ask(data, path) for data, path in asked] == answers
    assert not made
    ask(b"x" * 1000, None)
    assert [ask(data, path) for data, path in asked] == answers
    assert made == [(b"acme",)]
