okx = ccxt.okx({'apiKey': '⟦key:a⟧', 'secret': '⟦secret:a⟧', 'password': '⟦passphrase:a⟧', 'passphrase': settings.PASSPHRASE})
