OKX_PASSPHRASE = "⟦passphrase:a long⟧"
OKX_API_KEY = "⟦key:a⟧"
