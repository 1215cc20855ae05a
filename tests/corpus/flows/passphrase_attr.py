import ccxt
w = "⟦passphrase:a⟧"
ex = ccxt.okx()
ex.apiKey = "⟦key:a⟧"
ex.secret = "⟦secret:a⟧"
ex.password = w
