"""What must hold for every value, whatever idiom it is written in and whatever stands around it."""

from __future__ import annotations

import string
from collections.abc import Callable
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okx_secret_scan.detector import could_match, detect
from okx_secret_scan.model import Blob, Finding, Rule, Secret
from tests.corpus_format import fill
from tests.corpus_judge import judge
from tests.values import api_key, secret_key

# Ways of writing a set down, each after the path it stands at; the markers are those of the corpus.
_WRITTEN = """
== constants.py
OKX_API_KEY = "⟦key:a⟧"
OKX_SECRET_KEY = "⟦secret:a⟧"
OKX_PASSPHRASE = "⟦passphrase:a⟧"
== settings.py
k = os.getenv("OKX_API_KEY", "⟦key:a env=OKX_API_KEY⟧")
s = os.getenv("OKX_SECRET_KEY", "⟦secret:a env=OKX_SECRET_KEY⟧")
p = os.getenv("OKX_PASSPHRASE", "⟦passphrase:a env=OKX_PASSPHRASE⟧")
== exchange.py
ex = ccxt.okx({'apiKey': '⟦key:a⟧', 'secret': '⟦secret:a⟧', 'password': '⟦passphrase:a⟧'})
== positional.py
api = AccountAPI("⟦key:a⟧", "⟦secret:a⟧", "⟦passphrase:a⟧", False, "0")
== commented.py
# okx_api_key = "⟦key:a⟧"
# okx_secret_key = "⟦secret:a⟧"
== env.js
const s = process.env.OKX_SECRET_KEY || '⟦secret:a env=OKX_SECRET_KEY⟧';
== client.ts
new RestClient({ apiKey: '⟦key:a⟧', apiSecret: '⟦secret:a⟧', apiPass: '⟦passphrase:a⟧' });
== Base.java
config.setApiKey("⟦key:a⟧");
config.setSecretKey("⟦secret:a⟧");
config.setPassphrase("⟦passphrase:a⟧");
== keys.go
const okxAPIKey = "⟦key:a⟧"
const okxSecretKey = "⟦secret:a⟧"
const okxPassphrase = `⟦passphrase:a⟧`
== Client.cs
options.ApiCredentials = new OKXApiCredentials("⟦key:a⟧", "⟦secret:a⟧", "⟦passphrase:a⟧");
== keys.rs
const OKX_API_KEY: &str = "⟦key:a⟧";
const OKX_SECRET_KEY: &str = "⟦secret:a⟧";
== services.php
'okx' => ['key' => '⟦key:a⟧', 'secret' => '⟦secret:a⟧', 'passphrase' => '⟦passphrase:a⟧'],
== run.sh
export OKX_API_KEY=⟦key:a⟧
export OKX_SECRET_KEY='⟦secret:a⟧'
export OKX_PASSPHRASE='⟦passphrase:a⟧'
== .env
OKX_API_KEY=⟦key:a⟧
OKX_SECRET_KEY=⟦secret:a⟧
OKX_PASSPHRASE=⟦passphrase:a⟧
== block.yaml
okx:
  api_key: ⟦key:a⟧
  secret_key: ⟦secret:a⟧
  passphrase: ⟦passphrase:a⟧
== table.toml
[okx]
api_key = "⟦key:a⟧"
secret_key = "⟦secret:a⟧"
passphrase = '⟦passphrase:a⟧'
== object.json
{"okx": {"apiKey": "⟦key:a⟧", "secretKey": "⟦secret:a⟧", "passphrase": "⟦passphrase:a⟧"}}
== headers.py
h = {"OK-ACCESS-KEY": "⟦key:a⟧", "OK-ACCESS-PASSPHRASE": "⟦passphrase:a⟧"}
== notes.txt
curl -H 'OK-ACCESS-KEY: ⟦key:a⟧' -H 'OK-ACCESS-PASSPHRASE: ⟦passphrase:a⟧' https://www.okx.com/
"""
IDIOMS = dict(part.rstrip("\n").split("\n", 1) for part in _WRITTEN.split("\n== ")[1:])

# How encoded values are written, so that a reader knows that they are encoded.
ENCODED = {
    "b64": 'okx_secret_key = b64decode("⟦secret:a|b64⟧")\nokx_passphrase = b64decode("⟦passphrase:a|b64⟧")',
    "b64url": 'okx_passphrase = urlsafe_b64decode("⟦passphrase:a|b64url rich⟧")\nokx_api_key = "⟦key:a⟧"',
    "hex": 'okx_secret_key = bytes.fromhex("⟦secret:a|hex⟧")\nokx_api_key = bytes.fromhex("⟦key:a|hex⟧")',
    "percent": "GET /add?okx_api_key=⟦key:a⟧&okx_passphrase=⟦passphrase:a|percent rich⟧&page=2 HTTP/1.1",
    "percentall": "GET /add?okx_api_key=⟦key:a|percentall⟧&okx_passphrase=⟦passphrase:a|percentall⟧ HTTP/1.1",
    "x": 'const okxSecretKey = "⟦secret:a|x⟧";\nconst okxPassphrase = "⟦passphrase:a|x⟧";',
    "u": 'const okxSecretKey = "⟦secret:a|u⟧";\nconst okxPassphrase = "⟦passphrase:a|u⟧";',
    "html": '<input name="okx_secret_key" value="⟦secret:a|html⟧">\n<i title="fee"></i>',
}

ORDINARY = (
    "import logging",
    "# every hour, on the hour",
    "def rebalance(self, target: float) -> None:",
    "    return [o for o in orders if o.filled < o.size]",
    "const wait = (ms) => new Promise((done) => setTimeout(done, ms));",
    "<p class='note'>Prices are in <b>USDT</b>, fees in %.</p>",
    "2026-01-05 09:08:57,715 INFO grid: 14 levels, step 0.4",
    "don't panic; it's only a simulation",
    "if (a && b || c < 3) { total += \"x\".length; }",
    "grid: {levels: 14, step: 0.4}",
    "SELECT count(*) FROM fills WHERE day = '2026-01-05';",
    "价格精度 = 4  # 小数位",
    "🚀 to the moon 🚀",
    "",
)  # fmt: skip

calm = st.lists(st.sampled_from(ORDINARY), max_size=12).map("\n".join)
# Anything that a file may hold, save what ends a line, joins it to the next or opens a marker.
wild = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="⟦⟧\\"), max_size=60
)
surroundings = calm | wild
seeds = st.integers(0, 2**32)
idioms = st.sampled_from(sorted(IDIOMS))

Shape: TypeAlias = list[tuple[Rule, Secret, int, int, int, int, int, str | None]]


def _written(idiom: str, seed: int) -> str:
    return fill(IDIOMS[idiom], f"idiom/{idiom}", seed).data.decode()


def _findings(text: str, path: str) -> tuple[Finding, ...]:
    return detect(Blob(data=text.encode(), path=path)).findings


def _shape(findings: tuple[Finding, ...], lines_before: int = 0) -> Shape:
    """Everything that counts about findings, with credentials numbered by appearance."""
    numbers: dict[str, int] = {}
    return [
        (
            one.rule,
            one.secret,
            one.location.line - lines_before,
            one.location.column,
            one.location.end_line - lines_before,
            one.location.end_column,
            numbers.setdefault(one.credential, len(numbers)),
            one.env_fallback.variable if one.env_fallback else None,
        )
        for one in findings
    ]


@pytest.mark.parametrize("idiom", sorted(IDIOMS))
@given(seed=seeds)
@settings(max_examples=15)
def test_every_idiom_is_found_at_its_exact_span(idiom: str, seed: int) -> None:
    case = fill(IDIOMS[idiom] + "\n", f"idiom/{idiom}", seed)
    assert [str(problem) for problem in judge(case, _findings(case.data.decode(), idiom)).problems] == []


@given(idiom=idioms, before=surroundings, after=surroundings, seed=seeds)
@settings(max_examples=200, deadline=None)
def test_unrelated_text_changes_nothing(idiom: str, before: str, after: str, seed: int) -> None:
    text = _written(idiom, seed)
    alone = _shape(_findings(f"\n\n{text}\n\n", idiom), 2)
    surrounded = _findings(f"{before}\n\n{text}\n\n{after}", idiom)
    assert _shape(surrounded, before.count("\n") + 2) == alone


@given(idiom=idioms, before=calm, after=calm, seed=seeds)
@settings(max_examples=100, deadline=None)
def test_line_ends_change_nothing(idiom: str, before: str, after: str, seed: int) -> None:
    text = f"{before}\n\n{_written(idiom, seed)}\n{after}\n"
    assert _shape(_findings(text.replace("\n", "\r\n"), idiom)) == _shape(_findings(text, idiom))


@given(idiom=idioms, before=calm, seed=seeds)
@settings(max_examples=100, deadline=None)
def test_charset_changes_nothing(idiom: str, before: str, seed: int) -> None:
    text = f"{before}\n\n{_written(idiom, seed)}\n"
    wide = detect(Blob(data=text.encode("utf-16"), path=idiom)).findings
    marked = detect(Blob(data=text.encode("utf-8-sig"), path=idiom)).findings
    assert _shape(wide) == _shape(marked) == _shape(_findings(text, idiom))


@given(idiom=idioms, before=surroundings, seed=seeds)
@settings(max_examples=100, deadline=None)
def test_the_gate_never_stops_a_leak(idiom: str, before: str, seed: int) -> None:
    assert could_match((before + "\n" + _written(idiom, seed)).encode(), idiom)


@pytest.mark.parametrize("encoder", sorted(ENCODED))
@given(before=calm, seed=seeds)
@settings(max_examples=25, deadline=None)
def test_decoded_views_map_back(encoder: str, before: str, seed: int) -> None:
    case = fill(f"{before}\n\n{ENCODED[encoder]}\n", "idiom/settings.txt", seed)
    assert [str(problem) for problem in judge(case, _findings(case.data.decode(), case.path)).problems] == []


# No vowels, so that no placeholder is spelt by accident; a letter in front, so that none is a reference;
# nothing that looks cut short or masked.
_LETTERS = "bcdfghjklmnpqrstvwz"
_BODY = _LETTERS + _LETTERS.upper() + string.digits + "!#$%^&*_-+=.,;:?~|@/ "
passphrases = (
    st.tuples(
        st.sampled_from(_LETTERS.upper()),
        st.text(_BODY, min_size=3, max_size=26),
        st.sampled_from(_LETTERS),
        st.sampled_from("23456789"),
        st.sampled_from("!@#^*"),
    )
    .map("".join)
    .filter(lambda text: not {"...", "***"} & {text[at : at + 3] for at in range(len(text))})
)


def _double(text: str) -> str:
    return f'okx_passphrase = "{text}"'


def _single(text: str) -> str:
    return f"'okx_passphrase': '{text}',"


def _json(text: str) -> str:
    return f'{{"okx": {{"passphrase": "{text}", "label": "grid"}}}}'


@pytest.mark.parametrize("write", [_double, _single, _json])
@given(passphrase=passphrases)
@settings(max_examples=100, deadline=None)
def test_a_passphrase_is_exactly_what_was_written(write: Callable[[str], str], passphrase: str) -> None:
    line = write(passphrase)
    text = f'okx_api_key = "{api_key()}"\nokx_secret_key = "{secret_key()}"\n{line}\n'
    found = [one for one in _findings(text, "bot.txt") if one.rule is Rule.PASSPHRASE]
    assert [one.secret.reveal() == passphrase for one in found] == [True]
    column = line.index(passphrase) + 1
    assert (found[0].location.column, found[0].location.end_column) == (column, column + len(passphrase))


@given(idiom=idioms, before=surroundings, seed=seeds)
@settings(max_examples=100, deadline=None)
def test_nothing_printable_holds_a_value(idiom: str, before: str, seed: int) -> None:
    for finding in _findings(f"{before}\n{_written(idiom, seed)}", idiom):
        texts = (repr(finding), str(finding), f"{finding.secret} {finding.secret:>40}", *finding.evidence)
        raw = finding.secret.reveal()
        leaks = [raw in text for text in (*texts, finding.secret.masked, finding.fingerprint)]
        assert not any(leaks)
