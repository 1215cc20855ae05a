local okx = {}
okx.api_key = "⟦key:a⟧"
okx["secret_key"] = "⟦secret:a⟧"
okx.passphrase = [[⟦passphrase:a⟧]]
okx.strategy_id = "⟦uuid:strategy⟧"
