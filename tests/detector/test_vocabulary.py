"""Names, clients and placeholders that a configuration adds to what the detector knows."""

from __future__ import annotations

import io
import pickle
import zipfile

import pytest

from okx_secret_scan.detector import could_match, detect
from okx_secret_scan.model import Blob, Rule, Vocabulary
from tests.values import Account, account

KEY, SECRET, PASSPHRASE = Rule.API_KEY, Rule.SECRET_KEY, Rule.PASSPHRASE
ADDED = Vocabulary(
    names=(
        ("ACME_SEED", SECRET),
        ("acme.ident", KEY),
        ("ACME_WORD", PASSPHRASE),
        ("签名种子", SECRET),
        ("Ключ", KEY),
    ),
    clients=(
        ("acme.Gateway", (None, SECRET, KEY, PASSPHRASE)),
        ("Vault::open", (PASSPHRASE,)),
    ),
)


@pytest.fixture
def owner() -> Account:
    return account()


def filled(text: str, owner: Account) -> bytes:
    parts = {"<K>": owner.key, "<S>": owner.secret, "<P>": owner.passphrase}
    for marker, value in parts.items():
        text = text.replace(marker, value)
    return text.encode()


def found(data: bytes, path: str, added: Vocabulary = ADDED) -> set[tuple[Rule, str]]:
    return {(f.rule, f.secret.reveal()) for f in detect(Blob(data, path), added).findings}


NAMED = [
    ("a.py", 'ACME_SEED = "<S>"'),
    ("a.py", 'acme_seed = "<S>"'),
    ("a.py", 'settings.ACME_SEED = "<S>"'),
    ("a.py", 'os.environ["ACME_SEED"] = "<S>"'),
    ("a.py", 'x = os.getenv("PROD_ACME_SEED_2", "<S>")'),
    ("a.json", '{"acme_seed": "<S>"}'),
    ("a.yaml", "bot:\n  acme_seed: <S>\n"),
    (".env", "ACME_SEED=<S>\n"),
    ("a.sh", "export ACME_SEED=${ACME_SEED:-<S>}\n"),
    ("a.properties", "acme.ident=<K>\n"),
    ("a.py", 'ACME_WORD = "<P>"'),
    (".env", "ACME_WORD=<P>\n"),
    ("a.py", '签名种子 = "<S>"'),
    ("a.py", 'КЛЮЧ = "<K>"'),
    ("a.py", 'gateway = acme.Gateway(url, "<S>", "<K>", "<P>")'),
    ("a.js", 'const gateway = new acme.Gateway(url, "<S>", "<K>", "<P>");'),
    ("a.py", 'gateway = acme.Gateway(url, seed, ident, "<P>")'),
    ("a.rs", 'let vault = acme::Vault::open("<P>");'),
]


@pytest.mark.parametrize(("path", "text"), NAMED)
def test_added_names_and_clients_are_found(path: str, text: str, owner: Account) -> None:
    data = filled(text, owner)
    assert not found(data, path, Vocabulary())
    parts = {("<K>", KEY, owner.key), ("<S>", SECRET, owner.secret), ("<P>", PASSPHRASE, owner.passphrase)}
    assert found(data, path) == {(rule, value) for marker, rule, value in parts if marker in text}
    assert could_match(data, path, ADDED.words)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-8-sig"])
@pytest.mark.parametrize(
    "text", ['ACME_SEED = "<S>"', 'ACME_WORD = "<P>"', '签名种子 = "<S>"', 'ключ = "<K>"']
)
def test_added_names_are_found_in_other_encodings(text: str, encoding: str, owner: Account) -> None:
    data = filled(text, owner).decode().encode(encoding)
    assert len(found(data, "a.py")) == 1
    assert could_match(data, "a.py", ADDED.words)


@pytest.mark.parametrize(
    "text",
    [
        'ACME_SEED_FILE = "<S>"',
        'BIGACME_SEED = "<S>"',
        'ACME_SEEDS = "<S>"',
        'ACME_SEED = "<K>"',
        'gateway = bigacme.Gateway(url, "x", "y", "<P>")',
        'gateway = acme.Gateway("<P>", secret, key, phrase)',
    ],
)
def test_nothing_else_is_found(text: str, owner: Account) -> None:
    assert not found(filled(text, owner), "a.py")


NAMES = (
    "OKX_API_KEY", "OKX_SECRET_KEY", "OKX_PASSPHRASE", "apiKey", "secret", "password", "KEY", "okx", "ccxt",
)  # fmt: skip
HOSTILE = [
    *(Vocabulary(names=tuple((name, rule) for name in NAMES)) for rule in (KEY, SECRET, PASSPHRASE)),
    *(
        Vocabulary(clients=((call, arguments),))
        for call in ("TradeAPI", "Trade.TradeAPI", "okx")
        for arguments in ((PASSPHRASE,), (None,) * 6 + (KEY,), (PASSPHRASE, KEY, SECRET))
    ),
]


@pytest.mark.parametrize("added", HOSTILE)
@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.py", 'OKX_API_KEY = "<K>"\nOKX_SECRET_KEY = "<S>"\nOKX_PASSPHRASE = "<P>"\n'),
        (".env", "OKX_API_KEY=<K>\nOKX_SECRET_KEY=<S>\nOKX_PASSPHRASE=<P>\n"),
        ("a.py", 'import okx.Trade as Trade\nx = Trade.TradeAPI("<K>", "<S>", "<P>", False, "0")\n'),
        ("a.py", 'import ccxt\nx = ccxt.okx({"apiKey": "<K>", "secret": "<S>", "password": "<P>"})\n'),
        ("a.yaml", "okx:\n  key: <K>\n  secret: <S>\n  passphrase: <P>\n"),
    ],
)
def test_additions_take_nothing_away(added: Vocabulary, path: str, text: str, owner: Account) -> None:
    blob = Blob(filled(text, owner), path)
    own, more = detect(blob).findings, detect(blob, added).findings
    parts = {(KEY, owner.key), (SECRET, owner.secret), (PASSPHRASE, owner.passphrase)}
    assert {(f.rule, f.secret.reveal()) for f in own} == parts
    assert {(f.rule, f.secret.reveal()) for f in more} >= parts
    lines = [(f.location.line, f.location.column) for f in more]
    assert lines == sorted(set(lines))
    assert {f.severity for f in more} == {f.severity for f in own}


def test_additions_take_nothing_away_from_members_of_archives(owner: Account) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name in ("b.py", "a.py"):
            text = filled('x = 1\nOKX_API_KEY = "<K>"\nOKX_SECRET_KEY = "<S>"\n', account())
            archive.writestr(name, text)
    blob = Blob(data.getvalue(), "a.zip")
    found = [(f.member, f.location.line) for f in detect(blob, HOSTILE[0]).findings]
    assert found == [("b.py", 2), ("b.py", 3), ("a.py", 2), ("a.py", 3)]


def test_added_placeholders_are_no_values(owner: Account) -> None:
    added = Vocabulary(placeholders=(owner.passphrase.upper(),))
    data = filled('OKX_PASSPHRASE = "<P>"', owner)
    for vocabulary, expected in ((Vocabulary(), {(PASSPHRASE, owner.passphrase)}), (added, set())) * 2:
        assert found(data, "a.py", vocabulary) == expected
    assert found(filled('OKX_PASSPHRASE = "<P>x"', owner), "a.py", added)


def test_accounts_are_told_apart_by_what_stands_around_a_name() -> None:
    one, two = account(), account()
    lines = [
        f'{name}_ACME_{part} = "{value}"'
        for name, owner in (("DEMO", one), ("LIVE", two))
        for part, value in (("SEED", owner.secret), ("WORD", owner.passphrase))
    ]
    findings = detect(Blob("\n".join(lines).encode(), "a.py"), ADDED).findings
    assert len(findings) == 4
    assert len({finding.credential for finding in findings}) == 2


def test_added_names_are_found_in_members_of_archives(owner: Account) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("a.py", filled('ACME_SEED = "<S>"', owner))
    assert found(data.getvalue(), "a.zip") == {(SECRET, owner.secret)}


def test_a_vocabulary_travels_to_other_processes() -> None:
    _ = ADDED.words
    assert pickle.loads(pickle.dumps(ADDED)) == ADDED
