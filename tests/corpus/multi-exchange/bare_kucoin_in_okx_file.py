import ccxt

okx = ccxt.okx()


class KucoinFeed:
    api_key = "⟦hex24:kk⟧"
    secret_key = "⟦uuid:ks⟧"
    passphrase = "⟦phrase:kp⟧"
