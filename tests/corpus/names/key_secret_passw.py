import okx.Trade as Trade

key = "⟦key:a⟧"
secret = "⟦secret:a⟧"
passw = "⟦passphrase:a⟧"
trade = Trade.TradeAPI(key, secret, passw)
