api_key = "⟦key:a⟧"
secret_key = "⟦secret:a⟧"
wort = "⟦passphrase:a⟧"
trader = OkxTrader(api_key, secret_key, wort)
