OKXKEY = "⟦key:a⟧"
OKXSECRET = "⟦secret:a⟧"
OKXPASS = "⟦passphrase:a⟧"
