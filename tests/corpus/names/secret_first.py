OKX_SECRET = "⟦secret:a⟧"


OKX_PASSPHRASE = "⟦passphrase:a⟧"

OKX_KEY = "⟦key:a⟧"
