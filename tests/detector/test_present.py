"""What the compiled engine says is not there is left out of searches; nothing may be lost by it."""

from __future__ import annotations

import base64
from collections.abc import Callable
from unittest import mock

import pytest

from okx_secret_scan.detector import screen, vocabulary
from okx_secret_scan.detector.asking import ANYWHERE, FOR_ONE_ALONE, Asking
from okx_secret_scan.detector.hidden import WAYS, hidden
from okx_secret_scan.detector.prefilter import regions
from okx_secret_scan.detector.roles import ROLE_NAMES, Role, RoleName
from tests.corpus_format import case_names, load
from tests.values import api_key, passphrase, secret_key

SEED = 31
screen.fast_gate()


@pytest.fixture(autouse=True)
def _with_engine() -> None:
    assert screen.engine() is not None


def _all(patterns: tuple[bytes, ...], _data: bytes) -> range:
    return range(len(patterns))


def _assert_same(search: Callable[..., object], *arguments: object) -> None:
    found = search(*arguments)
    with mock.patch.object(screen, "present", _all):
        assert found == search(*arguments)


def _hidden(text: str) -> list[tuple[int, int]]:
    return list(hidden(text, text.encode("ascii", "replace")))


def _asked(what: Asking, text: str) -> list[tuple[int, int]]:
    return [match.span() for match in vocabulary.asked(what, text)]


def _texts_of_corpus(name: str) -> list[str]:
    text = load(name, SEED).data.decode("utf-8", "replace")
    return [text, *text.split("\n")]


@pytest.mark.parametrize("name", case_names())
def test_nothing_of_the_corpus_is_lost(name: str) -> None:
    for text in _texts_of_corpus(name):
        _assert_same(_hidden, text)
        _assert_same(regions, f"okx {text}")
        _assert_same(_asked, ANYWHERE, text)
        _assert_same(_asked, FOR_ONE_ALONE, text)


def _octal(text: str) -> str:
    return "".join(f"\\{ord(character):03o}" for character in text)


WRITTEN: tuple[Callable[[str], str], ...] = (
    lambda value: "".join(f"\\x{ord(character):02x}" for character in value),
    lambda value: "".join(f"\\X{ord(character):02X}".replace("X", "x", 1) for character in value),
    lambda value: "".join(f"\\u00{ord(character):02X}" for character in value),
    lambda value: "".join(f"\\u{{{ord(character):02x}}}" for character in value),
    lambda value: _octal(value.lower().replace("0", "a").replace("-", "b")),
    lambda value: "".join(f"&#{ord(character)};" for character in value),
    lambda value: "".join(f"&#x{ord(character):x};" for character in value),
    lambda value: "".join(f"%{ord(character):02X}" for character in value),
    lambda value: f'x = "{value[:16]}" + "{value[16:]}"',
    lambda value: f"x = '{value[:16]}' _\n  & '{value[16:]}'",
    lambda value: f'x = r"{value[:20]}",\n rb"{value[20:]}"',
    lambda value: f"x={value[:9]}\\\n{value[9:]}",
    lambda value: f"x={value[:9]}\\\r\n\t{value[9:]}",
    lambda value: base64.b64encode(f"OKX_KEY={value}".encode()).decode(),
)


@pytest.mark.parametrize("write", WRITTEN)
@pytest.mark.parametrize("value", [api_key, secret_key])
def test_however_a_value_is_written_it_is_still_found(
    write: Callable[[str], str], value: Callable[[], str]
) -> None:
    for _ in range(40):
        text = f"okx\n{write(value())}\n"
        assert _hidden(text)
        _assert_same(_hidden, text)


def test_each_way_is_left_out_of_texts_without_it() -> None:
    assert set(screen.present(tuple(way.trace for way in WAYS), b"okx = connect(a, b) % c\n")) == set()


@pytest.mark.parametrize("row", [r for r in ROLE_NAMES if r.role is Role.PASSPHRASE], ids=lambda r: r.words)
@pytest.mark.parametrize("form", ["{}={}", 'x["{}"] = "{}"', "OKX_{}: {}", "{}\n{}"])
def test_every_name_of_a_passphrase_is_still_asked_for(row: RoleName, form: str) -> None:
    for name in {row.words, row.words.replace(" ", "_"), row.words.upper(), row.words.title(), row.example}:
        text = form.format(name, passphrase())
        _assert_same(_asked, ANYWHERE, text)
        _assert_same(_asked, FOR_ONE_ALONE, text)
