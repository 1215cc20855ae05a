from unittest.mock import patch


@patch.dict(os.environ, {"OKX_API_KEY": "⟦key:a⟧", "OKX_SECRET_KEY": "⟦secret:a⟧", "OKX_PASSPHRASE": "⟦passphrase:a⟧"})
def test_balance():
    assert balance() >= 0
