"""The reader of the corpus and the judge: what they demand must be right before they judge anybody."""

from __future__ import annotations

import base64
import re
import urllib.parse
import uuid
from dataclasses import replace

import pytest

from okx_secret_scan.model import EnvFallback, Finding, Location, Rule, Secret, Severity
from tests.corpus_format import Case, Expected, case_names, fill, load
from tests.corpus_judge import judge


def _lines(case: Case) -> list[str]:
    return case.data.decode().split("\n")


def _text_at(case: Case, one: Expected) -> str:
    lines = _lines(case)[one.line - 1 : one.end_line]
    lines[-1] = lines[-1][: one.end_column - 1]
    lines[0] = lines[0][one.column - 1 :]
    return "\n".join(lines)


def _finding(one: Expected, credential: str = "1", severity: Severity = Severity.CRITICAL) -> Finding:
    place = Location(one.line, one.column, one.end_line, one.end_column)
    return Finding(one.rule, Secret(one.value, one.rule), place, severity, credential, ())


def test_plain_markers_stand_where_they_are_expected() -> None:
    case = fill('备注 = "⟦key:a⟧"; s="⟦secret:a⟧"\n\n  p: ⟦passphrase:a⟧\n', "some/case.txt", 1)
    key, secret, phrase = case.expected
    assert [one.rule for one in case.expected] == [Rule.API_KEY, Rule.SECRET_KEY, Rule.PASSPHRASE]
    assert [(one.line, one.column) for one in case.expected] == [(1, 7), (1, 49), (3, 6)]
    assert uuid.UUID(key.value).version == 4
    assert re.fullmatch("[0-9A-F]{32}", secret.value)
    assert all(_text_at(case, one) == one.value for one in (key, secret, phrase))
    assert {one.account for one in case.expected} == {"a"}
    assert (case.category, case.path) == ("some", "case.txt")


def test_header_and_notes_are_no_part_of_the_file() -> None:
    case = fill("⟦file path=bot/.env newline=crlf⟧\n⟦note two lines of why⟧\nX=⟦hex32:n⟧\nY=1\n", "c/x", 1)
    assert case.path == "bot/.env"
    assert re.fullmatch(rb"X=[0-9a-f]{32}\r\nY=1\r\n", case.data)
    assert case.expected == ()


def test_same_marker_same_value_within_a_case_and_fresh_ones_between_seeds() -> None:
    template = "⟦key:a⟧ ⟦key:a⟧ ⟦key:b⟧ ⟦uuid:a⟧"
    first = fill(template, "c/x", 1).data.decode().split()
    assert first[0] == first[1]
    assert len(set(first)) == 3
    assert fill(template, "c/x", 1).data.decode().split() == first
    assert not set(fill(template, "c/x", 2).data.decode().split()) & set(first)
    assert not set(fill(template, "c/y", 1).data.decode().split()) & set(first)


def test_slices_are_one_finding_from_first_to_last() -> None:
    case = fill('s = ("⟦secret:a[:16]⟧"\n     "⟦secret:a[16:]⟧")\nk = "⟦key:a⟧"\n', "c/x.py", 3)
    secret, _key = sorted(case.expected, key=lambda one: one.line)
    assert (secret.line, secret.column, secret.end_line, secret.end_column) == (1, 7, 2, 23)
    assert _text_at(case, secret).replace('"\n     "', "") == secret.value


@pytest.mark.parametrize(
    ("encoder", "decode"),
    [
        ("b64", lambda text: base64.b64decode(text).decode()),
        ("b64url", lambda text: base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode()),
        ("hex", lambda text: bytes.fromhex(text).decode()),
        ("percent", urllib.parse.unquote),
        ("percentall", urllib.parse.unquote),
        ("x", lambda text: text.encode().decode("unicode_escape")),
        ("u", lambda text: text.encode().decode("unicode_escape")),
    ],
)
def test_encoders_can_be_undone(encoder: str, decode: object) -> None:
    case = fill(f"p=⟦passphrase:a|{encoder} rich⟧;", "c/x", 4)
    (one,) = case.expected
    assert callable(decode)
    assert decode(_text_at(case, one)) == one.value
    assert one.exact == (not encoder.startswith("b64"))


def test_blocks_map_places_through_the_encoding() -> None:
    case = fill('a ⟦begin json⟧{"s": "⟦secret:a⟧"}⟦end⟧ ⟦begin b64⟧s=⟦secret:b⟧⟦end⟧', "c/x", 5)
    inner, blurred = case.expected
    assert _text_at(case, inner) == inner.value
    assert inner.exact
    assert base64.b64decode(_text_at(case, blurred)).decode() == f"s={blurred.value}"
    assert not blurred.exact


def test_options() -> None:
    case = fill(
        "⟦key:a env=OKX_API_KEY⟧ ⟦secret:a env⟧ ⟦secret:b env?⟧ ⟦key:b maybe⟧ ⟦passphrase:p of=b with=$#⟧",
        "c/x",
        6,
    )
    assert [one.env for one in case.expected] == ["OKX_API_KEY", "yes", "maybe", "no", "no"]
    assert [one.optional for one in case.expected] == [False, False, False, True, False]
    assert case.expected[-1].account == "b"
    assert {"$", "#"} <= set(case.expected[-1].value)


@pytest.mark.parametrize("style", ["strong", "digits", "letters", "alnum", "rich", "long"])
def test_passphrases_keep_to_lengths_that_okx_accepts(style: str) -> None:
    for seed in range(200):
        (one,) = fill(f"⟦passphrase:a {style}⟧", "c/x", seed).expected
        assert 6 <= len(one.value) <= 32
        classes = [any(map(test, one.value)) for test in (str.isupper, str.islower, str.isdigit)]
        classes.append(any(not character.isalnum() for character in one.value))
        assert sum(classes) == 4 or style in ("digits", "letters", "alnum", "rich")


@pytest.mark.parametrize(
    "template", ["⟦nonsense:a⟧", "⟦key a⟧", "⟦begin b64⟧x", "x⟦end⟧", "⟦secret:a[:16]⟧", "⟦key:a|rot13⟧"]
)
def test_unreadable_templates_are_refused(template: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        fill(template, "c/x", 1)


@pytest.mark.parametrize("name", case_names())
def test_every_case_can_be_read(name: str) -> None:
    for seed in (1, 2):
        case = load(name, seed)
        values = {(one.rule, one.value) for one in case.expected}
        assert "⟦".encode() not in case.data
        assert len(values) == len({(one.rule, one.value.lower()) for one in case.expected})
        for one in case.expected:
            start, end = (one.line, one.column), (one.end_line, one.end_column)
            assert start < end


def test_case_names_differ_on_every_file_system() -> None:
    names = case_names()
    assert len({name.lower() for name in names}) == len(names)
    assert all(re.fullmatch(r"[a-z0-9-]+/[\w.+-]+", name) for name in names)


def test_judge_accepts_what_was_demanded_and_names_each_difference() -> None:
    case = fill("⟦key:a⟧\n⟦secret:a⟧\n⟦passphrase:a⟧\n", "c/x", 7)
    right = tuple(_finding(one) for one in case.expected)
    assert judge(case, right).problems == ()

    def kinds(*findings: Finding) -> list[str]:
        return sorted(problem.kind for problem in judge(case, findings).problems)

    key, secret, phrase = right
    assert kinds(key, secret) == ["missed"]
    assert kinds(*right, replace(key, location=Location(9, 1, 9, 5))) == ["wrong"]
    assert kinds(key, secret, replace(phrase, credential="2")) == ["sets", "sets"]
    assert kinds(key, secret, replace(phrase, location=Location(3, 1, 3, 3))) == ["span"]
    assert kinds(key, secret, replace(phrase, secret=Secret("other", Rule.PASSPHRASE))) == ["value"]
    assert kinds(key, secret, replace(phrase, env_fallback=EnvFallback("X"))) == ["not-env"]
    assert kinds(key, secret, replace(phrase, encoding="base64")) == ["encoding"]
    assert kinds(*(replace(one, severity=Severity.LOW) for one in right)) == ["severity"]


def test_judge_never_shows_a_value() -> None:
    case = fill("⟦key:a⟧ ⟦secret:a⟧ ⟦passphrase:a⟧", "c/x", 8)
    shown = repr(case) + " ".join(map(str, judge(case, ()).problems))
    assert not any(one.value in shown for one in case.expected)
