import ccxt

exchange = ccxt.okx({
    'apiKey': '⟦key:a⟧',
    'secret': '⟦secret:a⟧',
    'password': '⟦passphrase:a⟧',
    'enableRateLimit': True,
    'options': {'defaultType': 'swap'},
})
