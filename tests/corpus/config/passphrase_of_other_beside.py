account = {'okx_key': '⟦key:a⟧', 'okx_secret': '⟦secret:a⟧', 'password': '⟦passphrase:a⟧', 'kucoin_passphrase': '⟦phrase:n⟧'}
