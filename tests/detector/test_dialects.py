"""What file names promise."""

from __future__ import annotations

import pytest

from okx_secret_scan.detector import detect
from okx_secret_scan.detector.dialects import DIALECTS, TEXT, Dialect, dialect_of
from okx_secret_scan.model import Blob
from tests.values import passphrase

NAMES = [(dialect, name) for dialect in DIALECTS for name in dialect.names.split()]


@pytest.mark.parametrize(("dialect", "name"), NAMES, ids=[name for _, name in NAMES])
def test_every_name_gives_its_own_dialect(dialect: Dialect, name: str) -> None:
    example = name.replace("*", "bot")
    assert dialect_of(example) is dialect
    assert dialect_of(f"deploy/okx/{example.upper()}") is dialect


@pytest.mark.parametrize(
    "path", [None, "", "notes.txt", "README.md", "LICENSE", "app.log", "py", "a.py/notes"]
)
def test_any_other_name_is_text(path: str | None) -> None:
    assert dialect_of(path) is TEXT


@pytest.mark.parametrize("suffix", [".example", ".bak", ".j2", "~", ".example.bak"])
def test_a_copy_reads_like_its_original(suffix: str) -> None:
    assert dialect_of(f"config.py{suffix}").name in {"code", "text"}
    assert dialect_of(f"settings.yaml{suffix}").name == "yaml"


@pytest.mark.parametrize(
    ("path", "line", "ends"),
    [
        (".env", "OKX_PASSPHRASE={} # new", True),
        ("a.yaml", "okx_passphrase: {} # new", True),
        ("run.sh", "export OKX_PASSPHRASE={}; run", True),
        ("notes.txt", "okx passphrase: {}", True),
        ("bot.py", "okx_passphrase = {}", False),
        ("bot.json", '{{"okx_passphrase": {}}}', False),
    ],
)
def test_a_dialect_says_where_a_value_without_quotes_ends(path: str, line: str, ends: bool) -> None:
    value = passphrase("!*+")
    found = detect(Blob(line.format(value).encode(), path)).findings
    assert [one.secret.reveal() == value for one in found] == [True] * ends
