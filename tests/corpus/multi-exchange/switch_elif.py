if exchange == "okx":
    key, secret, passphrase = "⟦key:a⟧", "⟦secret:a⟧", "⟦passphrase:a⟧"
elif exchange == "kucoin":
    key, secret, passphrase = "⟦hex32:k⟧", "⟦uuid:k⟧", "⟦phrase:k⟧"
