from okx.Trade import TradeAPI
api_key = "⟦key:a⟧"
secret_key = "⟦secret:a⟧"
zz = "⟦passphrase:a digits⟧"
trade = TradeAPI(api_key, secret_key, zz, False, "0")
