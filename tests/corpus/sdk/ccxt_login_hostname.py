import ccxt
ex = ccxt.okx({'password': '⟦passphrase:a⟧', 'login': 'jane', 'hostname': 'proxy'})
