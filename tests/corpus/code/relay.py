import ccxt

okx = ccxt.okx({"enableRateLimit": True})
private = "wss://relay.bots.example/ws/v5/private?apiKey=⟦key:b⟧"
