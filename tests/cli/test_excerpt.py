"""Source lines without values."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okx_secret_scan.cli.excerpt import excerpt
from okx_secret_scan.detector import detect
from okx_secret_scan.model import Blob, Finding, Location, Rule
from okx_secret_scan.reports.columns import width
from tests.command import config
from tests.policy.findings import finding
from tests.values import account, passphrase, secret_key


def shown(text: str, *findings: Finding, encoding: str = "utf-8", columns: int = 100) -> list[str]:
    return list(excerpt(text.encode(encoding), findings[0], findings, columns))


def test_the_lines_around_with_a_mark_at_its_own() -> None:
    value = secret_key()
    text = f"one\ntwo\n\tthree\r\nx = '{value}'\nfive\nsix\nseven\n"
    assert shown(text, replace(finding(Rule.SECRET_KEY, value), location=Location(4, 6, 4, 38))) == [
        "      2 | two",
        "      3 |     three",
        f">     4 | x = '{value[:4]}{'*' * 28}'",
        "      5 | five",
        "      6 | six",
    ]


def test_the_ends_of_a_file_are_no_lines() -> None:
    value = secret_key()
    assert shown(value, finding(Rule.SECRET_KEY, value)) == [f">     1 | {value[:4]}{'*' * 28}"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
def test_nothing_of_a_whole_account_shows(encoding: str) -> None:
    ours = account()
    data = config(ours).encode(encoding)
    found = detect(Blob(data, "bot.py")).findings
    assert len(found) == 3
    for each in found:
        lines = "\n".join(excerpt(data, each, found, 100))
        assert "OKX_SECRET_KEY = " in lines
        assert not any(value in lines for value in (ours.key, ours.secret, ours.passphrase))


def test_a_value_over_several_lines_is_masked_on_each() -> None:
    value = secret_key()
    text = f'x = ("{value[:16]}"\n     "{value[16:]}")'
    spread = replace(finding(Rule.SECRET_KEY, value), location=Location(1, 7, 2, 23))
    lines = "\n".join(shown(text, spread))
    assert value[:16] not in lines
    assert value[16:] not in lines


def test_a_value_is_masked_where_it_is_repeated() -> None:
    value = passphrase()
    text = f"p = '{value}'  # it was {value} before"
    assert (
        value not in shown(text, replace(finding(Rule.PASSPHRASE, value), location=Location(1, 6, 1, 19)))[0]
    )


def test_a_long_line_is_cut_around_the_value() -> None:
    value = secret_key()
    text = "a" * 5000 + value + "b" * 5000
    [line] = shown(text, replace(finding(Rule.SECRET_KEY, value), location=Location(1, 5001, 1, 5033)))
    assert len(line) == 100
    assert f"{value[:4]}{'*' * 28}" in line
    assert line.endswith("b…")


@pytest.mark.parametrize("columns", [1, 40, 80, 300])
@pytest.mark.parametrize("around", ["x", "密", "\x1b[2J", "\t", "e\u0301"])
def test_a_line_fits_into_the_terminal_whatever_stands_around(columns: int, around: str) -> None:
    value = passphrase()
    before = around * 200
    text = f"{before}{value}{around * 200}"
    place = Location(1, len(before) + 1, 1, len(before) + len(value) + 1)
    [line] = shown(text, replace(finding(Rule.PASSPHRASE, value), location=place), columns=columns)
    assert "*" * 8 in line
    assert width(line) <= max(columns, 30)


def test_a_long_line_full_of_values_shows_none() -> None:
    values = [secret_key() for _ in range(300)]
    text = "'" + "'".join(values)
    column = [2 + 33 * number for number in range(300)]
    found = [
        replace(finding(Rule.SECRET_KEY, value), location=Location(1, at, 1, at + 32))
        for value, at in zip(values, column, strict=True)
    ]
    for each in (found[0], found[150], found[-1]):
        [line] = excerpt(text.encode(), each, found, 100)
        assert each.secret.masked in line
        assert not any(value[5:10] in line for value in values)


def test_content_cannot_steer_the_terminal() -> None:
    value = secret_key()
    text = f"\x1b[2J\u202e\n'{value}'"
    lines = shown(text, replace(finding(Rule.SECRET_KEY, value), location=Location(2, 2, 2, 34)))
    assert all(line.isprintable() for line in lines)


@given(st.text(max_size=60), st.text(max_size=60), st.text("x \t\n中", max_size=60))
def test_whatever_surrounds_it_the_value_does_not_show(before: str, after: str, between: str) -> None:
    value = secret_key()
    text = f"{before}\n{between}{value}\n{after}"
    line = text[: text.index(value)].count("\n") + 1
    column = text.index(value) - text.rfind("\n", 0, text.index(value))
    place = Location(line, column, line, column + 32)
    assert value not in "\n".join(shown(text, replace(finding(Rule.SECRET_KEY, value), location=place)))
