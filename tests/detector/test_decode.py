"""From bytes to text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okx_secret_scan.detector.decode import decode

TEXT = 'okx_passphrase = "价格 über 🚀"\r\n'
MARKED = {
    "utf-8-sig": TEXT.encode("utf-8-sig"),
    "utf-16-le": b"\xff\xfe" + TEXT.encode("utf-16-le"),
    "utf-16-be": b"\xfe\xff" + TEXT.encode("utf-16-be"),
    "utf-32-le": b"\xff\xfe\0\0" + TEXT.encode("utf-32-le"),
    "utf-32-be": b"\0\0\xfe\xff" + TEXT.encode("utf-32-be"),
}


@pytest.mark.parametrize("encoding", sorted(MARKED))
def test_a_byte_order_mark_decides_and_is_no_text(encoding: str) -> None:
    assert decode(MARKED[encoding]) == TEXT


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_latin_text_needs_no_mark(encoding: str) -> None:
    text = 'okx_passphrase = "Amber"\n' * 3
    assert decode(text.encode(encoding)) == text


def test_what_is_no_utf_8_keeps_one_character_for_each_byte() -> None:
    data = b"caf\xe9 = 'okx'\n"
    assert decode(data) == "café = 'okx'\n"
    assert len(decode(data)) == len(data)


def test_a_few_nul_bytes_do_not_make_utf_16() -> None:
    data = b"okx\0key\0" + b"a" * 64
    assert decode(data) == data.decode()


@given(st.binary(max_size=200))
def test_anything_decodes(data: bytes) -> None:
    assert isinstance(decode(data), str)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff"), max_size=200))
def test_utf_8_is_read_back_as_written(text: str) -> None:
    assert decode(text.encode()) == text
