# kucoin
api_key = "⟦hex24:kk⟧"
api_secret = "⟦uuid:ks⟧"
api_passphrase = "⟦phrase:kp⟧"

# okx
api_key = "⟦key:a⟧"
api_secret = "⟦secret:a⟧"
api_passphrase = "⟦passphrase:a⟧"
