from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okx_secret_scan.reports.escape import inert


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain.py", "plain.py"),
        ("два слова/密 钥.md", "два слова/密 钥.md"),
        ("wide\u3000space", "wide\u3000space"),
        ("a\r\nb\tc", "a\\r\\nb\\tc"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("\x9b31m", "\\x9b31m"),
        ("\u202egpj.exe", "\\u202egpj.exe"),
        ("\u2066hidden\u2069", "\\u2066hidden\\u2069"),
        ("zero\u200bwidth\ufeff", "zero\\u200bwidth\\ufeff"),
        ("line\u2028separator", "line\\u2028separator"),
        ("tag\U000e0041", "tag\\U000e0041"),
        ("filled\u3164\u115f\uffa0", "filled\\u3164\\u115f\\uffa0"),
        ("varied\ufe00\ufe0f\U000e0100", "varied\\ufe00\\ufe0f\\U000e0100"),
        ("♻️ Use the new API", "♻️ Use the new API"),
        (b"latin-\xe9".decode("utf-8", "surrogateescape"), "latin-\\xe9"),
        ("\ud800", "\\ud800"),
        ("::error::x", "\\x3a:error::x"),
        ("  ::error::x", "  \\x3a:error::x"),
        ("std::move", "std::move"),
        ("a ##vso[task.x]", "a \\x23#vso[task.x]"),
        ("##[error]x", "\\x23#[error]x"),
        ("###teamcity[x]", "#\\x23#teamcity[x]"),
        ("## Heading [x]", "## Heading [x]"),
    ],
)
def test_shows_what_would_act(text: str, shown: str) -> None:
    assert inert(text) == shown


@given(st.text(st.characters()))
def test_nothing_acts_in_any_text(text: str) -> None:
    shown = inert(text)
    shown.encode("utf-8")
    assert not {unicodedata.category(character) for character in shown} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
