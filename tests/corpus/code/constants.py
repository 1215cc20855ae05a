import hmac

OKX_API_KEY    = "⟦key:a⟧"
OKX_API_SECRET = "⟦secret:a⟧"  # trade only
OKX_PASSPHRASE = "⟦passphrase:a⟧"

SYMBOL = "BTC-USDT-SWAP"
