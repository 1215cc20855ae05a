import ccxt

okx = ccxt.okx({
    "apiKey": "⟦key:a⟧",
    "secret": "⟦secret:a⟧",
    "passPharse": "⟦passphrase:a⟧",
    "password": "",
})
