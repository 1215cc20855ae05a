"""Notebooks: cells bind like the files that they are, and findings name their cell and the line in it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okx_secret_scan.detector import detect
from okx_secret_scan.detector.json_strings import DEPTH, read_json
from okx_secret_scan.model import Blob, Finding, Rule
from tests.values import Account, account

Cell = dict[str, Any]


def code(source: str, *outputs: Cell) -> Cell:
    return {
        "cell_type": "code",
        "execution_count": 1,
        "metadata": {},
        "outputs": outputs,
        "source": source.splitlines(keepends=True),
    }


def markdown(source: str) -> Cell:
    return {"cell_type": "markdown", "metadata": {}, "source": source}


def stream(text: str) -> Cell:
    return {"output_type": "stream", "name": "stdout", "text": text.splitlines(keepends=True)}


def notebook(*cells: Cell, indent: int | None = 1) -> str:
    whole = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(whole, indent=indent, ensure_ascii=False)


def find(text: str, path: str | None = "okx.ipynb") -> list[Finding]:
    return list(detect(Blob(text.encode(), path)).findings)


def cells(findings: list[Finding]) -> dict[Rule, str | None]:
    return {f.rule: f.location.cell for f in findings}


def spelled(text: str, finding: Finding) -> str:
    """Return what stands at a finding's place in the raw file."""
    place = finding.location
    assert place.line == place.end_line
    return text.split("\n")[place.line - 1][place.column - 1 : place.end_column - 1]


def assignments(values: Account) -> str:
    return f'api_key = "{values.key}"\nsecret_key = "{values.secret}"\n\npassphrase = "{values.passphrase}"\n'


@pytest.mark.parametrize("indent", [1, 4, None])
def test_findings_name_cell_and_line(indent: int | None) -> None:
    values = account()
    text = notebook(
        markdown("# OKX\n\nbalance"), code("import okx.Account\n"), code(assignments(values)), indent=indent
    )
    findings = find(text)
    assert cells(findings) == {Rule.API_KEY: "3:1", Rule.SECRET_KEY: "3:2", Rule.PASSPHRASE: "3:4"}
    assert [spelled(text, f) for f in findings] == [values.key, values.secret, values.passphrase]
    assert len({f.credential for f in findings}) == 1


def test_a_call_over_several_lines_binds() -> None:
    values = account()
    source = (
        "import ccxt\n\nexchange = ccxt.okx({\n"
        f"    'apiKey': '{values.key}',\n    'secret': '{values.secret}',\n"
        f"    # for trading\n    'password':\n        '{values.passphrase}',\n}})"
    )
    findings = find(notebook(code("x = 1"), code(source)))
    assert cells(findings) == {Rule.API_KEY: "2:4", Rule.SECRET_KEY: "2:5", Rule.PASSPHRASE: "2:8"}
    assert all(any("okx" in reason for reason in f.evidence) for f in findings)


def test_fallbacks_over_several_lines() -> None:
    values = account()
    source = f"""import os
secret = os.getenv(
    "OKX_SECRET_KEY",
    "{values.secret}",
)
key = os.environ.get("OKX_API_KEY") or \\
    "{values.key}"
"""
    findings = find(notebook(code(source)))
    variables = {f.rule: f.env_fallback.variable if f.env_fallback else None for f in findings}
    assert variables == {Rule.SECRET_KEY: "OKX_SECRET_KEY", Rule.API_KEY: "OKX_API_KEY"}
    assert cells(findings) == {Rule.SECRET_KEY: "1:4", Rule.API_KEY: "1:7"}


def test_escapes_in_the_file_keep_places_exact() -> None:
    values = account()
    source = f'# "\\u6b27\\u6613" → \t“quoted” 🚀\nokx = {{"secret": "{values.secret}"}}; p = "é"\n'
    for ascii_only in (True, False):
        cell = json.dumps({"cells": [code(source)], "nbformat": 4}, ensure_ascii=ascii_only)
        (finding,) = find(cell)
        assert spelled(cell, finding) == values.secret
        assert finding.location.cell == "1:2"


def test_a_value_at_the_end_of_a_cell() -> None:
    values = account()
    text = notebook(markdown(f"okx secret key: {values.secret}"), code("pass"))
    (finding,) = find(text)
    assert spelled(text, finding) == values.secret
    assert finding.location.cell == "1:1"


def test_outputs_have_lines_of_their_own() -> None:
    values = account()
    shown = {
        "output_type": "display_data",
        "metadata": {},
        "data": {"text/plain": f"OKX_SECRET_KEY={values.secret}"},
    }
    text = notebook(code("import okx"), code("a\nb\nc", stream(f"ok\nOK-ACCESS-KEY: {values.key}\n"), shown))
    assert cells(find(text)) == {Rule.API_KEY: "2:2", Rule.SECRET_KEY: "2:1"}


def test_colours_of_tracebacks_are_looked_through() -> None:
    values = account()
    colour, plain = "\x1b[0;32m", "\x1b[0m"
    line = f"{colour}----> 1{plain} okx_passphrase {colour}={plain} {colour}'{values.passphrase}'{plain}"
    error = {"output_type": "error", "ename": "E", "evalue": "", "traceback": ["Traceback", line, "E: no"]}
    text = json.dumps({"cells": [code("1", error)], "nbformat": 4}, indent=1)
    (finding,) = find(text)
    assert spelled(text, finding) == values.passphrase
    assert finding.location.cell == "1:2"


@pytest.mark.parametrize(
    "source",
    [
        "%%bash\nexport OKX_PASSPHRASE={}\n",
        "import os\n%env OKX_PASSPHRASE={}\n",
        "import os\n!export OKX_PASSPHRASE={}\n",
        "%%writefile .env\nOKX_PASSPHRASE={}\n",
    ],
)
def test_magics_are_read_in_their_own_language(source: str) -> None:
    values = account()
    text = notebook(code(source.format(values.passphrase)))
    (finding,) = find(text)
    assert spelled(text, finding) == values.passphrase
    assert finding.location.cell == "1:2"


def test_what_nobody_sees_is_scanned_too() -> None:
    values = account()
    cell = code("pass")
    cell["metadata"] = {"okx": {"secret_key": values.secret}}
    whole = {"cells": [code("1"), cell], "metadata": {"okx": {"api_key": values.key}}, "nbformat": 4}
    assert cells(find(json.dumps(whole, indent=2))) == {Rule.SECRET_KEY: "2:1", Rule.API_KEY: None}


def test_cells_of_version_3() -> None:
    values = account()
    cell = {"cell_type": "code", "input": [f'okx_secret_key = "{values.secret}"'], "outputs": []}
    sheets = [{"cells": [markdown("a")]}, {"cells": [markdown("b"), cell]}]
    assert cells(find(json.dumps({"worksheets": sheets, "nbformat": 3}))) == {Rule.SECRET_KEY: "3:1"}


@pytest.mark.parametrize("path", ["a.ipynb", "a.json", None])
def test_the_content_tells_a_notebook(path: str | None) -> None:
    values = account()
    text = notebook(code(f'okx_secret_key = "{values.secret}"'))
    assert cells(find(text, path)) == {Rule.SECRET_KEY: "1:1"}


@pytest.mark.parametrize("broken", [lambda text: text[:-9], lambda text: "<<<<<<< HEAD\n" + text])
def test_what_cannot_be_parsed_is_scanned_as_text(broken: Any) -> None:
    values = account()
    text = broken(notebook(code("import okx\n" + assignments(values))))
    findings = find(text)
    assert cells(findings) == dict.fromkeys((Rule.API_KEY, Rule.SECRET_KEY, Rule.PASSPHRASE))
    assert [spelled(text, f) for f in findings] == [values.key, values.secret, values.passphrase]


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


def strings(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str):
        return [(path, value)]
    items: Any = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    return [found for key, inner in items for found in strings(inner, (*path, key))]


@settings(max_examples=200)
@given(value=json_values, ascii_only=st.booleans(), indent=st.none() | st.integers(0, 3))
def test_strings_are_where_the_parser_says(value: object, ascii_only: bool, indent: int | None) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    parsed = read_json(text)
    assert parsed is not None
    found = [
        (
            tuple(json.loads(f'"{k}"') if isinstance(k, str) else k for k in s.path),
            json.loads(f'"{text[s.start : s.end]}"'),
        )
        for s in parsed.strings
    ]
    assert found == [(path[:DEPTH], text) for path, text in strings(value)]


@settings(max_examples=200)
@given(st.text('[]{},:"\\ 01ntu', max_size=30))
def test_what_is_no_json_does_not_raise(text: str) -> None:
    read_json(text)


def test_depth_does_not_matter() -> None:
    assert read_json("[" * 100_000 + "]" * 100_000) is not None
