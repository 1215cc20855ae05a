"""Values that were published on purpose: known by hash, never reported."""

from __future__ import annotations

import hashlib
import re

import pytest

from okx_secret_scan.detector import detect, published
from okx_secret_scan.detector.published import PUBLISHED, Published, is_published
from okx_secret_scan.model import Blob
from tests.values import Account, account


@pytest.mark.parametrize("row", PUBLISHED, ids=lambda row: row.sha256[:8])
def test_a_row_is_a_hash_and_its_source(row: Published) -> None:
    assert re.fullmatch(r"[0-9a-f]{64}", row.sha256)
    assert re.search(r"https://(?:www\.okx\.com|github\.com)/", row.source)


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> Account:
    """An account whose secret key counts as published."""
    values = account()
    digest = hashlib.sha256(values.secret.encode()).hexdigest()
    monkeypatch.setattr(published, "_HASHES", frozenset({digest}))
    return values


def test_a_published_value_is_known_by_its_hash(known: Account) -> None:
    assert is_published(known.secret)
    assert not is_published(known.secret.lower())
    assert not is_published(known.key)


def test_neither_a_published_value_nor_its_passphrase_is_a_finding(known: Account) -> None:
    sample = f'okx = {{"secret": "{known.secret}", "passphrase": "{known.passphrase}"}}\n'
    assert detect(Blob(sample.encode(), "bot.py")).findings == ()
    own = account()
    mixed = f'okx = {{"secret": "{own.secret}", "passphrase": "{known.passphrase}"}}\n'
    found = detect(Blob(mixed.encode(), "bot.py")).findings
    assert {one.secret.reveal() for one in found} == {own.secret, known.passphrase}
