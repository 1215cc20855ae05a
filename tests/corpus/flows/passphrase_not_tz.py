api_key = "⟦key:a⟧"
secret_key = "⟦secret:a⟧"
tz = "Europe/Berlin"
host = "https://www.okx.com"
trader = OkxTrader(api_key, secret_key, tz, host)
