"""Regions must hold all that is found: whatever reading a text whole would find."""

from __future__ import annotations

import importlib.util
import json
import marshal
import re
from collections.abc import Iterator
from itertools import pairwise
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okx_secret_scan.detector import could_hold, detect, prefilter, reading
from okx_secret_scan.detector.gate import has_word
from okx_secret_scan.detector.prefilter import WHOLE, regions
from okx_secret_scan.model import Blob, Location
from tests.corpus_format import case_names, load
from tests.values import account, api_key, passphrase, secret_key

SEED = 8128


def _whole(text: str, *_: object) -> list[tuple[int, int]]:
    return [(0, len(text))]


def _places(data: bytes, path: str) -> list[Location]:
    return [one.location for one in detect(Blob(data, path)).findings]


def _assert_nothing_is_lost(data: bytes, path: str) -> None:
    found = _places(data, path)
    with (
        mock.patch.object(reading, "regions", _whole),
        mock.patch.object(reading, "has_candidates", return_value=True),
    ):
        assert found == _places(data, path), path
    assert not found or could_hold(Blob(data)) or has_word(path.lower().encode()), path


_PLOT = {"output_type": "display_data", "data": {"image/png": "iVBORw0KGgo" * (WHOLE // 10)}, "metadata": {}}


def _cell(kind: str, source: str, **more: object) -> dict[str, object]:
    return {"cell_type": kind, "metadata": {}, "source": source.splitlines(keepends=True)} | more


def _notebook(*cells: dict[str, object]) -> bytes:
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}).encode()


@pytest.mark.parametrize("name", case_names())
def test_no_case_of_the_corpus_loses_anything(name: str) -> None:
    case = load(name, SEED)
    _assert_nothing_is_lost(case.data, case.path)


@pytest.mark.parametrize("name", case_names())
def test_no_cell_of_a_long_notebook_loses_anything(name: str) -> None:
    text = load(name, SEED).data.decode("utf-8", "replace")
    filler = _cell("code", "plot(prices)\n" * 800, outputs=[_PLOT])
    stream = {"output_type": "stream", "name": "stdout", "text": text}
    shown = _cell("code", "import okx\nprint(settings)\n", outputs=[stream])
    cells = (_cell("code", text, outputs=[]), filler, shown, filler, _cell("markdown", text))
    _assert_nothing_is_lost(_notebook(*cells), "a.ipynb")


def test_a_long_notebook_that_holds_nothing_is_not_read() -> None:
    code = _cell("code", "import okx\nplot(okx.prices('BTC-USDT'))\n", outputs=[_PLOT])
    data = _notebook(_cell("markdown", "# Prices of OKX"), code)
    assert not could_hold(Blob(data))
    assert not reading.read(data, "a.ipynb").views


@pytest.mark.parametrize("name", [name for name in case_names() if name.endswith(".py")])
def test_no_byte_code_loses_anything(name: str) -> None:
    # Functions stand behind all of the module.
    source = load(name, SEED).data.decode("utf-8", "replace") + "\nfiller = [1, 'b', 3]" * 400
    try:
        code = compile(source, name, "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        return  # other Pythons, and what is like Python
    data = importlib.util.MAGIC_NUMBER + bytes(12) + marshal.dumps(code)
    _assert_nothing_is_lost(data, "a.pyc")


@pytest.mark.parametrize("name", case_names())
def test_what_could_hold_nothing_holds_nothing(name: str) -> None:
    data = load(name, SEED).data
    for part in (data, *data.split(b"\n"), data.decode("utf-8", "replace").encode("utf-16")):
        blob = Blob(part)
        assert could_hold(blob) or not detect(blob).findings


def test_most_files_that_name_okx_hold_nothing() -> None:
    assert not could_hold(Blob(b"import ccxt\n\nexchange = ccxt.okx({'enableRateLimit': True})\n", "bot.py"))
    assert not could_hold(
        Blob(b"# Trades on OKX\n\nSet OKX_API_KEY and OKX_SECRET_KEY first.\n", "README.md")
    )


def test_no_line_of_the_corpus_that_stands_alone_does() -> None:
    for name in case_names():
        case = load(name, SEED)
        for line in case.data.split(b"\n"):
            if b"ass" in line or b"phrase" in line:
                _assert_nothing_is_lost(line, case.path)


WRITTEN = (
    "OKX_PASSPHRASE={}",
    "okx_passphrase: {}",
    "{{okx_passphrase:{},label:grid}}",
    'it\'s = {{"okx_passphrase": "{}"}}',
    "<okx_passphrase>{}</okx_passphrase>",
    "GET /okx?passphrase={}&page=2",
    "x-okx --passphrase {} --verbose",
    "okx_passphrase = '''{}'''",
)


@given(written=st.sampled_from(WRITTEN), before=st.text("\"'` =:\nabZ9!", max_size=40))
@settings(max_examples=200, deadline=None)
def test_a_passphrase_alone_is_a_candidate_whatever_stands_before_it(written: str, before: str) -> None:
    assert regions(before + " " + written.format(passphrase("!*+")))


@pytest.mark.parametrize(
    "text",
    [
        "okx_passphrase = 'Amb' + 'er77!x'",  # okx-secret-scan: allow
        'okx_passphrase = "Amb""er77!x"',  # okx-secret-scan: allow
        r"okx_passphrase = '\x41mber77\x21x'",  # okx-secret-scan: allow
        "okx_secret_key = 'HALF' + 'REST'",
        "okx_secret_key = ['HALF', \n r'REST'].join('')",
        "okx_secret_key = HALF\\\n    REST",
        "okx_secret_key = HALF\\\r\nREST",
        "key, secret = UUID, 'HALF' + 'REST'",
    ],
)
def test_pieces_and_escapes_are_candidates(text: str) -> None:
    value = secret_key()
    assert regions(text.replace("HALF", value[:16]).replace("REST", value[16:]).replace("UUID", api_key()))


@pytest.mark.parametrize(
    "text",
    [
        "the tests passed on okx in 12 Runs!",
        "okx = ccxt.okx({'apiKey': key, 'secret': secret, 'password': password})",
        "OKX_PASSPHRASE=your-passphrase-1A",
        "deadbeefdeadbeefdeadbeefdeadbeef",
        "okx_amounts = ['2000', '0.5', '1000', '20621931', '1585526400000', '1585526400000']",
        "okx = None\nif passing:\n    pass\nvalue = 'Grid77!x-of-9'",
        "secret, key = get(), UUID; password = 'Amber-77!x'",
        "okx swap --from 11111111111111111111111111111111 --to SOL",
        "okx = {'apiKey': '00000000-0000-4000-8000-000000000000'}",
    ],
)
def test_what_holds_no_candidate_is_not_read(text: str) -> None:
    assert regions(text.replace("UUID", api_key())) == []


def test_of_a_long_text_the_surroundings_of_candidates_are_read() -> None:
    filler = "nothing = [0, 1, 2]\n" * (WHOLE // 10)
    line = f'okx_secret_key = "{secret_key()}"\n'
    text = filler + line + filler + line + filler
    spans = regions(text)
    assert len(spans) == 2
    for (start, end), at in zip(spans, (text.index(line), text.rindex(line)), strict=True):
        assert start <= at < at + len(line) <= end
        assert text[start - 1] == "\n"
    assert sum(end - start for start, end in spans) < 4 * 2**14


def test_a_long_text_reads_like_a_short_one() -> None:
    values = account()
    lines = (
        f'okx = {{"key": "{values.key}", "secret": "{values.secret}", "passphrase": "{values.passphrase}"}}\n'
    )
    filler = "nothing = [0, 1, 2]\n" * (WHOLE // 10)
    found = detect(Blob((filler + lines + filler).encode(), "bot.py")).findings
    assert [one.secret.reveal() for one in found] == [values.key, values.secret, values.passphrase]
    assert {one.location.line for one in found} == {filler.count("\n") + 1}


def test_regions_are_apart_and_ascending() -> None:
    text = "".join(f"x = {secret_key()}\n" + "y = [1, 2, 3]\n" * 900 for _ in range(20))
    assert len(text) > prefilter.WHOLE
    spans = regions(text)
    assert all(a < b for a, b in spans)
    assert all(end < start for (_, end), (start, _) in pairwise(spans))


@pytest.mark.parametrize("quote", ['"', "'"])
@pytest.mark.parametrize(
    "before", ["x" * 66_000, "x" * 40_000 + "{0}, {0}" + "y" * 40_000, "it, {0}, {0}" * 9000]
)
def test_a_value_far_down_a_line_is_found_whatever_string_the_reading_begins_in(
    before: str, quote: str
) -> None:
    own = account()
    line = (
        "{{{0}a{0}:{0}" + before + "{0},{0}okx{0}:{{{0}apiKey{0}:{0}KEY{0},"
        "{0}secretKey{0}:{0}SECRET{0},{0}passphrase{0}:{0}PHRASE{0}}}}}"
    ).format(quote)
    text = line.replace("KEY", own.key, 1).replace("SECRET", own.secret).replace("PHRASE", own.passphrase)
    found = detect(Blob(text.encode(), "bundle.js")).findings
    assert [one.secret.reveal() for one in found] == [own.key, own.secret, own.passphrase]


@pytest.mark.parametrize("line", ["{}", '"{}"'], ids=["outside", "within a string"])
def test_the_strings_of_a_line_are_looked_for_once(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    far = "word " * 4_000
    text = "okx " + line.format("".join(f"{far} OKX passphrase: Abc{n}fgh! " for n in range(100, 140)))
    searches = 0

    class Counted:
        def finditer(self, text: str, start: int = 0) -> Iterator[re.Match[str]]:
            nonlocal searches
            searches += 1
            return strings.finditer(text, start)

    strings = prefilter._STRING
    monkeypatch.setattr(prefilter, "_STRING", Counted())
    assert len(regions(text)) == (40 if line == "{}" else 1)
    assert searches == 1


def test_minified_code_is_read_like_formatted_code() -> None:
    own = account()
    calls = "".join(f'var a{n}=f("{"w" * (n % 37)}",{n});' for n in range(4000))
    leak = (
        f'var c={{OKX_API_KEY:"{own.key}",OKX_SECRET_KEY:"{own.secret}",OKX_PASSPHRASE:"{own.passphrase}"}};'
    )
    for filler in range(0, 40, 3):
        found = detect(Blob((" " * filler + calls + leak + calls).encode(), "app.min.js")).findings
        assert [one.secret.reveal() for one in found] == [own.key, own.secret, own.passphrase]


def _between(lines: int) -> str:
    """Return so many lines of code that neither hold a value nor name anything."""
    return "".join(f"total_{n} = total_{n} + {n}\n" for n in range(lines))


@given(
    first=st.booleans(),
    gaps=st.lists(st.integers(0, 30), min_size=2, max_size=5),
    long=st.booleans(),
    ids=st.sampled_from(["", 'trace = "{}"\n', 'app_key = "{}"\n']),
)
@settings(max_examples=60, deadline=None)
def test_keys_and_secret_keys_that_prove_each_other_are_read(
    first: bool, gaps: list[int], long: bool, ids: str
) -> None:
    text = _between(WHOLE // 20) if long else ""
    for number, gap in enumerate(gaps):
        is_key = (number % 2 == 0) is first
        text += f'api_key = "{api_key()}"\n' if is_key else f'secret_key = "{secret_key()}"\n'
        text += _between(gap) + ids.format(api_key())
    _assert_nothing_is_lost(text.encode(), "settings.py")


def test_what_cannot_prove_each_other_is_not_read() -> None:
    apart = f'key_id = "{api_key()}"\n{_between(40)}digest = "{secret_key()}"\npassword = "{passphrase()}"\n'
    assert not regions(apart)
    assert regions(apart + "okx = True\n")
    # Letters of OKX in other words.
    assert not regions(apart + 'host = "okexample.org"\nbookExchange(tokExpiry, inlineHookLinks)\n')
