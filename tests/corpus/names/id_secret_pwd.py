import ccxt

id = "⟦key:a⟧"
secret = "⟦secret:a⟧"
pwd = "⟦passphrase:a alnum⟧"
okex = ccxt.okex({"apiKey": id, "secret": secret, "password": pwd})
