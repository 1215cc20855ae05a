# okx
api_key, secret_key, passphrase = "⟦key:a⟧", "⟦secret:a⟧", "⟦passphrase:a⟧"
okx_key, okx_secret = ("⟦key:b⟧", "⟦secret:b⟧")
