if LIVE:
    api_key = "⟦key:live⟧"
    secret_key = "⟦secret:live⟧"
    passphrase = "⟦passphrase:live⟧"
else:
    api_key = "⟦key:demo⟧"
    secret_key = "⟦secret:demo⟧"
    passphrase = "⟦passphrase:demo⟧"
okx = OkxClient(api_key, secret_key, passphrase)
