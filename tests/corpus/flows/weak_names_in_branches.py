def get_exchange(name):
    if name == "okx":
        key = "⟦key:a⟧"
        secret = "⟦secret:a⟧"
        password = "⟦passphrase:a⟧"
    elif name == "kucoin":
        key = "⟦hex24:k⟧"
        secret = "⟦uuid:s⟧"
        password = "⟦phrase:p⟧"
    elif name == "bybit":
        key = "⟦alnum18:k3⟧"
        secret = "⟦alnum36:s3⟧"
        password = None
    return getattr(ccxt, name)({"apiKey": key, "secret": secret, "password": password})
