"""Every row of the tables of idioms, with a value that no run has seen before."""

from __future__ import annotations

import re

import pytest

from okx_secret_scan.detector import detect
from okx_secret_scan.detector.guards import GUARDS
from okx_secret_scan.detector.idioms import (
    DEFAULT_SETTERS,
    KEYWORDS,
    OPERATORS,
    RECEIVERS,
    SETTERS,
    TEMPLATES,
    Idiom,
    is_default_keyword,
    is_receiver_default,
    is_setter,
)
from okx_secret_scan.model import Blob, Finding
from tests.values import secret_key

DEFAULTS = (*OPERATORS, *RECEIVERS, *KEYWORDS, *DEFAULT_SETTERS, *GUARDS)
PATHS = {"Make": "Makefile", "shell": "run.sh", "Ruby": "bot.rb", "Rust": "bot.ml", "Swift": "Bot.swift"}


def _found(text: str, idiom: Idiom) -> Finding:
    assert text.count("<value>") == 1
    value = secret_key()
    path = PATHS.get(idiom.languages.split(",")[0], "bot.py")
    findings = detect(Blob(text.replace("<value>", value).encode(), path)).findings
    assert [one.secret.reveal() == value for one in findings] == [True], text
    return findings[0]


def _identifiers(text: str) -> list[str]:
    return re.findall(r"[A-Za-z_][\w-]*", text)


@pytest.mark.parametrize("idiom", DEFAULTS, ids=lambda idiom: idiom.spelling)
def test_an_example_gives_a_default(idiom: Idiom) -> None:
    fallback = _found(idiom.example, idiom).env_fallback
    assert fallback is not None
    variable = re.search(r"(?i)okx[-\w.]*secret[-\w]*|secret_key", idiom.example)
    assert variable is not None
    assert fallback.variable in {None, variable[0], f"ENV.{variable[0]}"}


@pytest.mark.parametrize("idiom", DEFAULTS, ids=lambda idiom: idiom.spelling)
def test_a_counterexample_gives_a_value_and_no_default(idiom: Idiom) -> None:
    assert _found(idiom.counterexample, idiom).env_fallback is None


@pytest.mark.parametrize("idiom", SETTERS, ids=lambda idiom: idiom.spelling)
def test_a_setter_sets_and_what_looks_alike_gives_a_default(idiom: Idiom) -> None:
    assert _found(idiom.example, idiom).env_fallback is None
    assert _found(idiom.counterexample, idiom).env_fallback is not None


@pytest.mark.parametrize(
    "idiom", [*RECEIVERS, *KEYWORDS, *SETTERS, *DEFAULT_SETTERS], ids=lambda idiom: idiom.spelling
)
def test_an_example_is_one_of_its_own_row(idiom: Idiom) -> None:
    spelling = re.compile(f"(?i:{idiom.spelling})")
    assert any(map(spelling.fullmatch, _identifiers(idiom.example)))
    assert not any(map(spelling.fullmatch, _identifiers(idiom.counterexample)))


@pytest.mark.parametrize("idiom", OPERATORS, ids=lambda idiom: idiom.spelling)
def test_an_operator_stands_between_look_up_and_value(idiom: Idiom) -> None:
    look_up, _ = idiom.example.split("<value>")
    assert look_up.rstrip(" \"'").endswith(idiom.spelling)


def test_a_method_is_told_from_a_function_of_the_same_name() -> None:
    assert is_receiver_default("env.orElse")
    assert not is_receiver_default("orElse")
    assert is_setter("headers.set")
    assert not is_setter("headers.setdefault")
    assert not is_setter("env.get")
    assert is_default_keyword("default")
    assert not is_default_keyword("defaults")


@pytest.mark.parametrize(
    ("template", "variable", "value"),
    [
        ("${OKX_KEY:-abc}", "OKX_KEY", "abc"),
        ("${OKX_KEY-abc}", "OKX_KEY", "abc"),
        ("${OKX_KEY:=abc}", "OKX_KEY", "abc"),
        ("${okx.secret-key:abc}", "okx.secret-key", "abc"),
        ("${ okx.key : abc}", "okx.key", " abc"),
        ("${OKX_KEY:-'abc'}", "OKX_KEY", "abc"),
        ("${env:OKX_KEY, 'abc'}", "OKX_KEY", "abc"),
        ("${opt:okx-key, env:OKX_KEY, 'abc'}", "OKX_KEY", "abc"),
        ("$(or $(OKX_KEY),abc)", "OKX_KEY", "abc"),
        ("$(if $(OKX_KEY),$(OKX_KEY),abc)", "OKX_KEY", "abc"),
    ],
)
def test_templates(template: str, variable: str, value: str) -> None:
    found = [(match["name"], match["value"]) for form in TEMPLATES if (match := form.match(template))]
    assert (variable, value) in found


@pytest.mark.parametrize(
    "template", ["${OKX_KEY:?not set}", "${OKX_KEY:+set}", "${OKX_KEY}", "$OKX_KEY:-abc"]
)
def test_messages_and_alternatives_are_no_defaults(template: str) -> None:
    assert not any(form.match(template) for form in TEMPLATES)
