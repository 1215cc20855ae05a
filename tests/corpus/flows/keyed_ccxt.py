import ccxt

k, s = "⟦key:a⟧", "⟦secret:a⟧"
pw: str = "⟦passphrase:a⟧"
ex = ccxt.okx({"apiKey": k, "secret": s, "password": pw, "enableRateLimit": True})
