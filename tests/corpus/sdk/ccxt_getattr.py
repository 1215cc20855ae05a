import ccxt

exchange_id = 'okx'
exchange_class = getattr(ccxt, exchange_id)
exchange = exchange_class({
    'apiKey': '⟦key:a⟧',
    'secret': '⟦secret:a⟧',
    'password': '⟦passphrase:a⟧',
    'timeout': 30000,
})
