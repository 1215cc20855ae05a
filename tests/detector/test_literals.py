"""What literals say, and where each of their characters stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okx_secret_scan.detector.lexer import Kind, tokenize
from okx_secret_scan.detector.literals import Literal, read_literal, unescape


def _first(text: str, *, raw_single: bool = False) -> Literal:
    tokens = tokenize(text, flat=False, raw_single=raw_single)
    index = next(i for i, kind in enumerate(tokens.kinds) if kind is Kind.STRING)
    return read_literal(tokens, index)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (r"\x41", "A"),
        (r"\u0041", "A"),
        (r"\u{41}", "A"),
        (r"\x{41}", "A"),
        (r"\U0001F680", "🚀"),
        (r"\101", "A"),
        (r"\\", "\\"),
        (r"\"", '"'),
        (r"\n\t", "\n\t"),
        (r"\$", "$"),
        (r"\d", r"\d"),
        ("a\\\n  b", "ab"),
        ("&amp;&lt;&#65;&#x42;", "&<AB"),
        ("&unknown;", "&unknown;"),
        (r"\U00110000", r"\U00110000"),
        (r"\uD800", r"\uD800"),
    ],
)
def test_escapes_of_any_language(text: str, value: str) -> None:
    assert unescape(text)[0] == value


def test_offsets_lead_back_to_where_a_character_is_written() -> None:
    value, offsets = unescape(r"a\x41b", base=10)
    assert value == "aAb"
    assert offsets == (10, 11, 15, 16)
    assert unescape("plain", base=10) == ("plain", None)


@given(st.text(max_size=40), st.integers(0, 100))
def test_offsets_ascend_and_end_behind_the_text(text: str, base: int) -> None:
    value, offsets = unescape(text, base)
    if offsets is not None:
        assert len(offsets) == len(value) + 1
        assert list(offsets) == sorted(offsets)
        assert offsets[-1] == base + len(text)


@pytest.mark.parametrize(
    "text",
    [
        'x = "ab" + "cd"',
        "x = 'ab' .. 'cd'",
        "$x = 'ab' . 'cd';",
        'x = "ab" "cd"',
        "x='ab'\"cd\"",
        'x = ("ab"\n     "cd")',
        'x = "ab" +\n    "cd"',
        'x = "ab" & _\n    "cd"',
        'x = concat!("ab", "cd")',
        'x = "".join(["ab", "cd"])',
        'x = "ab" <> "cd"',
        'x = r"ab" r"cd"',
    ],
)
def test_pieces_that_code_joins_are_one_value(text: str) -> None:
    tokens = tokenize(text, flat=False)
    index = next(i for i in range(len(tokens)) if tokens.word(i) == "ab")
    literal = read_literal(tokens, index)
    assert literal.value == "abcd"
    assert text[literal.start : literal.end].startswith("ab")
    assert text[literal.start : literal.end].endswith("cd")
    assert literal.offsets is not None
    assert [text[offset] for offset in literal.offsets[:-1]] == list("abcd")


@pytest.mark.parametrize(
    "text",
    [
        'f("ab", "cd")',
        '["ab", "cd"]',
        'x = "ab"\ny = "cd"',
        'x = "ab"; "cd"',
        'f("ab") + "cd"',
        '"ab" - "cd"',
    ],
)
def test_other_strings_stay_apart(text: str) -> None:
    assert _first(text).value == "ab"


def test_a_doubled_quote_is_one() -> None:
    assert _first("x = 'pq''rs'").value == "pq'rs"
    assert _first('x = "pq""rs"').value == 'pq"rs'


def test_a_value_in_two_quoted_pieces_holds_no_quote() -> None:
    assert _first("x='12ab''34cd'").value == "12ab34cd"


def test_shells_and_yaml_leave_backslashes_in_single_quotes() -> None:
    assert _first(r"x='a\x41'", raw_single=True).value == r"a\x41"
    assert _first(r"x='a\x41'").value == "aA"
    assert _first(r'x="a\x41"', raw_single=True).value == "aA"


def test_raw_strings_have_no_escapes() -> None:
    assert _first(r"x = r'a\x41'").value == r"a\x41"
    assert _first(r'x = @"a\x41"').value == r"a\x41"
    assert _first(r"x = `a\x41`").value == r"a\x41"
