# okex v1, no passphrase in those days
okex_apikey = "⟦key:a⟧"
okex_secretkey = "⟦secret:a⟧"
