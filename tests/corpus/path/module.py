⟦file path=src/exchanges/okx/settings.py⟧
PASSPHRASE = "⟦passphrase:a⟧"
SECRET = "⟦secret:a⟧"
