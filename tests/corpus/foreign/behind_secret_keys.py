import okx.Trade
client = KucoinClient(api_key, api_secret, "⟦phrase:p⟧")
user = login(username, secret_word, "⟦phrase:q⟧")
