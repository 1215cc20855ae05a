import ccxt
magic = "your-Passphrase-1"
ex = ccxt.okx({"apiKey": "⟦key:a⟧", "secret": "⟦secret:a⟧", "password": magic})
