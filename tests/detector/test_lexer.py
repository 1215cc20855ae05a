"""How text is cut into tokens."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okx_secret_scan.detector.lexer import _TOKEN, NONE, Kind, Tokens, tokenize


def _cut(text: str, *, flat: bool = False) -> list[tuple[str, str]]:
    tokens = tokenize(text, flat=flat)
    return [(kind.name, tokens.raw(i)) for i, kind in enumerate(tokens.kinds) if kind is not Kind.NEWLINE]


def _strings(text: str) -> list[str]:
    tokens = tokenize(text, flat=False)
    return [tokens.word(i) for i, kind in enumerate(tokens.kinds) if kind is Kind.STRING]


def _of(text: str, raw: str) -> tuple[Tokens, int]:
    tokens = tokenize(text, flat=False)
    return tokens, next(i for i in range(len(tokens)) if tokens.raw(i) == raw)


def test_an_assignment() -> None:
    assert _cut('okx.key := f(a, "b")') == [
        ("WORD", "okx.key"),
        ("OPERATOR", ":="),
        ("WORD", "f"),
        ("OPEN", "("),
        ("WORD", "a"),
        ("COMMA", ","),
        ("STRING", '"b"'),
        ("CLOSE", ")"),
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ('x = "a\'b"', "a'b"),
        (r"x = 'a\'b'", r"a\'b"),
        ("x = 'a''b'", "a''b"),
        ('x = """a"b"""', 'a"b'),
        ("x = '''a'b'''", "a'b"),
        ('x = `a"b`', 'a"b'),
        ('x = r#"a"b"#', 'a"b'),
        ('x = ##"a"#b"##', 'a"#b'),
        ('x = R"(a"b)"', 'a"b'),
        ("x = [[a'b]]", "a'b"),
        ("x = %q(a'b)", "a'b"),
        ("x = %Q{a'b}", "a'b"),
        ('x = "two \\\nlines"', "two \\\nlines"),
    ],
)
def test_strings_of_many_languages(text: str, content: str) -> None:
    assert _strings(text) == [content]


@pytest.mark.parametrize(
    "text", ["don't, can't", 'say \\"this\\"', "5' and 6\"", '"open', "f'", 'r#"open', "x = [[open"]
)
def test_a_quote_that_opens_nothing_makes_no_string(text: str) -> None:
    assert _strings(text) == []


@pytest.mark.parametrize("blanks", [" " * 40, "\t " * 20, "\r" * 40])
def test_blanks_at_the_end_are_passed_over_at_once(blanks: str) -> None:
    # Tried one by one, a few thousand of them would take minutes.
    opened = 'okx = "'
    spans = [match.span() for match in _TOKEN.finditer(opened + blanks)]
    assert (len(opened), len(opened) + len(blanks)) in spans
    assert len(tokenize(f"okx{blanks}", flat=False)) == len(tokenize("okx", flat=False))


def test_a_quote_that_never_closes_hides_no_later_line() -> None:
    assert _strings("it's\nx = 'a'\ny = \"open\nz = \"b\"") == ["a", "b"]


@pytest.mark.parametrize("sign", ["#", "//", "--", ";", "*", "<!--", "rem", "%", ">"])
def test_commented_out_code_is_code(sign: str) -> None:
    assert _cut(f'{sign} key = "a"') == [("WORD", "key"), ("OPERATOR", "="), ("STRING", '"a"')]


def test_a_comment_behind_code_starts_a_statement() -> None:
    tokens = tokenize('x = 1  # key = "a"', flat=False)
    assert [kind for kind in tokens.kinds if kind in {Kind.NEWLINE, Kind.STRING}] == [
        Kind.NEWLINE,
        Kind.NEWLINE,
        Kind.STRING,
    ]


def test_brackets_know_each_other_and_what_they_hold() -> None:
    tokens, value = _of('f(a, {"k": [b, c]})', "c")
    square = tokens.parents[value]
    assert tokens.raw(square) == "["
    assert tokens.ordinals[value] == 1
    assert tokens.raw(tokens.partners[square]) == "]"
    brace = tokens.parents[square]
    assert (tokens.raw(brace), tokens.ordinals[brace]) == ("{", 1)
    assert tokens.parents[tokens.parents[brace]] == NONE


def test_a_bracket_without_a_partner_harms_little() -> None:
    tokens, value = _of("f(a]; g(b, c)", "c")
    opened = tokens.parents[value]
    assert tokens.raw(opened - 1) == "g"
    assert tokens.ordinals[value] == 1


def test_in_prose_brackets_pair_up_within_a_paragraph() -> None:
    text = 'a smile :( and\n\nkey = "a"'
    flat = tokenize(text, flat=True)
    code = tokenize(text, flat=False)
    assert flat.parents[-1] == NONE
    assert code.parents[-1] != NONE


def test_a_long_token_is_no_name() -> None:
    tokens = tokenize('"' + "a" * 301 + '" ' + '"' + "b" * 300 + '"', flat=False)
    assert [len(tokens.word(i)) for i in range(len(tokens)) if tokens.kinds[i] is Kind.STRING] == [0, 300]


@given(st.text("'\"`\\#[](){}<>=:,;|&%$!? \n\tabR0", max_size=80), st.booleans())
def test_tokens_cover_the_text_in_order(text: str, flat: bool) -> None:
    tokens = tokenize(text, flat=flat)
    spans = list(zip(tokens.starts, tokens.ends, strict=True))
    assert all(start <= end for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    covered = {i for start, end in spans for i in range(start, end)}
    assert all(text[i].isspace() or text[i] in "\\^`" for i in range(len(text)) if i not in covered)
    for i, (start, end) in enumerate(spans):
        low, high = tokens.content(i)
        assert start <= low <= high <= end
