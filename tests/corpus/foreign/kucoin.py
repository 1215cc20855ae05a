import kucoin

api_key = "⟦hex24:k⟧"
api_secret = "⟦uuid:s⟧"
api_passphrase = "⟦phrase:p⟧"
client = kucoin.Client(api_key, api_secret, api_passphrase)
