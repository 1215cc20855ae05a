import ccxt

k, s = "⟦uuid:k⟧", "⟦HEX32:s⟧"
pw = "⟦phrase:pw⟧"
ex = ccxt.binance({"apiKey": k, "secret": s, "password": pw, "enableRateLimit": True})

k2, s2, p2 = "YOUR-KEY", "YOUR-SECRET", "your-passphrase"
okx = ccxt.okx({"apiKey": k2, "secret": s2, "password": p2})
