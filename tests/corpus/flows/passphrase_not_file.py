from okx.Account import AccountAPI
api_key = "⟦key:a⟧"
secret_key = "⟦secret:a⟧"
pfile = "Secrets/pass1.txt"
account = AccountAPI(api_key, secret_key, open(pfile).read(), False, "0")
