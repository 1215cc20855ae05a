import pytest
from desk.okx import sign


@pytest.fixture
def credentials():
    return {"OKX_API_KEY": "⟦key:a⟧", "OKX_SECRET_KEY": "⟦secret:a⟧", "OKX_PASSPHRASE": "⟦passphrase:a⟧"}


def test_sign(monkeypatch):
    monkeypatch.setenv("OKX_SECRET_KEY", "⟦secret:b⟧")
    assert sign("GET", "/") != "test-signature"
