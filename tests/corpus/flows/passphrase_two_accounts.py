import ccxt
pw1 = "⟦passphrase:a⟧"
pw2 = "⟦passphrase:b⟧"
main = ccxt.okx({"apiKey": "⟦key:a⟧", "secret": "⟦secret:a⟧", "password": pw1})
sub = ccxt.okx({"apiKey": "⟦key:b⟧", "secret": "⟦secret:b⟧", "password": pw2})
