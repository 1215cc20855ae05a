"""The walk from a value outwards. In each text `"VALUE"` is where it starts."""

from __future__ import annotations

import pytest

from okx_secret_scan.detector.lexer import tokenize
from okx_secret_scan.detector.steps import Relation, Step, Trail
from okx_secret_scan.detector.trail import climb


def _climb(text: str) -> Trail:
    tokens = tokenize(text, flat=False)
    return climb(tokens, next(i for i in range(len(tokens)) if tokens.word(i) == "VALUE"))


def _told(step: Step) -> str:
    return f"{step.relation.value} {step.text}".strip()


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ('okx_key = "VALUE"', ["name okx_key"]),
        ('const okxKey: string = "VALUE";', ["name const okxKey"]),
        ('Const OkxKey As String = "VALUE"', ["name OkxKey"]),
        ('var okxKey string = "VALUE"', ["name okxKey"]),
        ('config["okx"]["key"] = "VALUE"', ["name key"]),
        ('{"okx": {"key": "VALUE"}}', ["name key", "element", "name okx", "element"]),
        ('f(a, "VALUE")', ["argument f"]),
        ('new okx.Client(a, key="VALUE")', ["name key", "argument okx.Client"]),
        ('x = y or "VALUE"', ["fallback", "name x"]),
        ('x = env["OKX_KEY"] or "VALUE"', ["fallback OKX_KEY", "name x"]),
        ('x = cond ? y : "VALUE"', ["fallback", "name x"]),
        ('X ||= "VALUE"', ["fallback X", "name X"]),
        ('a, okx_key = "1", "VALUE"', ["tuple", "name okx_key"]),
        ('setKey("VALUE")', ["argument setKey"]),
        ('env("K").orElse("VALUE")', ["argument env().orElse", "fallback K"]),
        ('class Okx { String key = "VALUE"; }', ["name key", "block class Okx"]),
        ('if (okx) { f("VALUE") }', ["argument f", "block if (okx)"]),
        ('<okx key="VALUE">', ["name key"]),
        ('["VALUE", 1]', ["element"]),
        ('"okx_key" to "VALUE"', ["name okx_key"]),
        ("setx OKX_KEY \"VALUE\"", ["name setx OKX_KEY"]),
        ('x = lambda: "VALUE"', ["name x"]),
        ('key =\n    "VALUE"', ["name key"]),
    ],
)  # fmt: skip
def test_steps(text: str, steps: list[str]) -> None:
    assert [_told(step) for step in _climb(text).steps] == steps


def test_an_element_knows_what_it_is_one_of() -> None:
    assert _climb('config["okx"]["key"] = "VALUE"').steps[0].holder == 'config["okx"]'
    assert _climb('config["key"] = "VALUE"').steps[0].holder == "config"
    assert _climb('config.key = "VALUE"').steps[0].holder == ""


def test_an_argument_knows_its_place() -> None:
    step = _climb('f(a, [b, c], "VALUE")').steps[0]
    assert (step.relation, step.text, step.position) == (Relation.ARGUMENT, "f", 2)


def test_a_member_of_a_tuple_knows_its_place() -> None:
    assert _climb('a, b, c = "1", "VALUE", "3"').steps[0].position == 1


@pytest.mark.parametrize(
    "text", ['x = 1\n"VALUE"', 'okx = 1; "VALUE"', 'okx_key\n"VALUE"', 'f(okx)\ng("VALUE")', 'key:\n"VALUE"']
)
def test_another_statement_is_no_part_of_the_trail(text: str) -> None:
    assert not any("okx" in step.text or "key" in step.text for step in _climb(text).steps)


def test_the_statement_starts_where_its_outermost_step_does() -> None:
    text = 'x = 1\n  y = f(a, {"k": "VALUE"})'
    assert _climb(text).statement == text.index("y")


@pytest.mark.parametrize(
    "text",
    [
        '"VALUE"',
        '("VALUE"',
        ')("VALUE"',
        '= "VALUE"',
        ', "VALUE"',
        '? : "VALUE"',
        '> "VALUE"',
        '</a> "VALUE"',
        '/ "VALUE"',
        '% "VALUE"',
        '""" "VALUE"',
        '{{{"VALUE"',
    ],
)
def test_odd_surroundings_end_the_walk(text: str) -> None:
    assert len(_climb(text).steps) <= 5
