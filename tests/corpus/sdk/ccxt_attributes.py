import ccxt.pro

ex = ccxt.pro.okx()
ex.apiKey = "⟦key:a⟧"
ex.secret = "⟦secret:a⟧"
ex.password = "⟦passphrase:a⟧"
ex.set_sandbox_mode(True)
