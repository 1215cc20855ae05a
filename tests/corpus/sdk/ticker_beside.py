ex = ccxt.okx()
ex.password = '⟦passphrase:a⟧'
ticker = ex.fetch_ticker('BTC/USDT')
