import ccxt


def test_client():
    ex = ccxt.okx({"apiKey": "test-key", "secret": "test_api_secret", "password": "Test-Passphrase-1"})
    assert ex.password == "Test-Passphrase-1"


def test_settings(monkeypatch):
    monkeypatch.setenv("OKX_API_KEY", "fake-test-key")
    monkeypatch.setenv("OKX_SECRET_KEY", "super-secret-value-123")
    monkeypatch.setenv("OKX_PASSPHRASE", "Fixture-Passphrase-1!")
    monkeypatch.setenv("OKX_API_PASSPHRASE", "Sentinel-pass-00000001")
