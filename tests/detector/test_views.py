"""Texts inside texts, and the way back from them."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okx_secret_scan.detector.literals import Literal
from okx_secret_scan.detector.views import View, decode_text, encoded, encoded_run, hides_value, inside
from tests.values import api_key, secret_key

readable = st.text(
    st.characters(min_codepoint=0x20, max_codepoint=0x2FF, exclude_categories=("Cc", "Cs")),
    min_size=9,
    max_size=60,
)


@given(readable)
def test_base64_of_readable_text_is_read(text: str) -> None:
    decoded = decode_text(base64.b64encode(text.encode()).decode())
    assert decoded is not None
    assert decoded.encoding.split("+")[0] in {"base64", "hex"}
    assert len(decoded.sources) == len(decoded.text) + 1


@pytest.mark.parametrize("encode", [base64.b64encode, base64.urlsafe_b64encode])
def test_padding_does_not_matter(encode: object) -> None:
    assert callable(encode)
    for length in (10, 11, 12):
        body = encode(b"okx?>~" + b"a" * length).decode()
        for text in (body, body.rstrip("=")):
            decoded = decode_text(text)
            assert decoded is not None
            assert decoded.text == "okx?>~" + "a" * length


def test_hex_and_percent() -> None:
    decoded = decode_text(b"okx key".hex())
    assert decoded is not None
    assert (decoded.text, decoded.encoding) == ("okx key", "hex")
    assert list(decoded.sources) == [0, 2, 4, 6, 8, 10, 12, 14]
    decoded = decode_text("a%20b%C3%A9cd")
    assert decoded is not None
    assert (decoded.text, decoded.encoding) == ("a bécd", "percent")
    assert list(decoded.sources) == [0, 1, 4, 5, 11, 12, 13]


def test_encodings_of_encodings() -> None:
    secret = secret_key()
    twice = base64.b64encode(base64.b64encode(secret.encode())).decode()
    decoded = decode_text(twice)
    assert decoded is not None
    assert (decoded.text, decoded.encoding) == (secret, "base64+base64")
    assert (decoded.sources[0], decoded.sources[-1]) == (0, len(twice))


@pytest.mark.parametrize(
    "text", ["", "hello world", "okx_secret_key", "deadbeef", "a%zzb", "////////////", "q83vEjRWeJA="]
)
def test_what_is_no_readable_text_stays(text: str) -> None:
    assert decode_text(text) is None


def test_a_view_leads_back_to_the_root() -> None:
    root = 'data: "b2t4IGtleQ=="'
    start = root.index("b2t4")
    literal = Literal("b2t4IGtleQ==", start, start + 12, 0)
    decoded = decode_text(literal.value)
    assert decoded is not None
    view = encoded(View(root, 100), literal, decoded)
    assert view.text == "okx key"
    assert view.root(0) == 100 + start
    assert view.root(len(view.text)) == 100 + start + 12


def test_the_inside_of_a_string_with_escapes_leads_back() -> None:
    root = r'x = "a\x41b"'
    literal = Literal("aAb", 5, 11, 0, (5, 6, 10, 11))
    view = inside(View(root, 7), literal)
    assert [view.root(i) - 7 for i in range(4)] == [5, 6, 10, 11]


def test_a_run_without_quotes_ends_where_its_encoding_does() -> None:
    secret = base64.b64encode(secret_key().encode()).decode()
    assert encoded_run(f"key={secret} next", 4) == secret
    assert encoded_run("k=a%20b%21&page=2", 2) == "a%20b%21"
    assert encoded_run("short word", 0) is None


@pytest.mark.parametrize("make", [api_key, secret_key])
def test_a_hidden_value_is_noticed(make: object) -> None:
    assert callable(make)
    assert hides_value("token " + base64.b64encode(make().encode()).decode() + ".")
    assert not hides_value("token " + base64.b64encode(b"nothing of any worth in here").decode())
