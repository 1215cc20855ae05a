OKEX_ACCESS_KEY = "⟦key:a⟧"
OKEX_SECRET_TOKEN = "⟦secret:a⟧"
OKEX_PASS = "⟦passphrase:a⟧"
