api_key = "⟦key:a⟧"
secret_key = "⟦secret:a⟧"
trader = OkxTrader(api_key, secret_key, "⟦passphrase:a⟧")
