OKX_API_SECRET = (
    "⟦secret:a⟧"
)
OKX_API_KEY = \
    "⟦key:a⟧"
OKX_PASSPHRASE = SecretStr(
    "⟦passphrase:a⟧",
)
