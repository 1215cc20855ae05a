from okx.Account import AccountAPI

x = "⟦uuid:old⟧"
x = None
if live:
    k = "⟦key:a⟧"
    s = "⟦secret:a⟧"
    p = "⟦passphrase:a⟧"
else:
    k = s = p = ""
api = AccountAPI(k, s, p, False, x)
