import ccxt.async_support as ccxt

okex = ccxt.okex5(dict(apiKey="⟦key:a⟧", secret="⟦secret:a⟧", password="⟦passphrase:a with=#⟧"))
okcoin = ccxt.okcoin({"apiKey": "⟦key:b⟧", "secret": "⟦secret:b⟧", "password": "⟦passphrase:b⟧"})
