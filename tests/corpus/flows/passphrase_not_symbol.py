api_key = "⟦key:a⟧"
secret_key = "⟦secret:a⟧"
symbol = "BTC-USDT-SWAP"
trader = OkxTrader(api_key, secret_key, symbol)
