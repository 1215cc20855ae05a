from okx.Account import AccountAPI
api_key = "⟦key:a⟧"
secret_key = "⟦secret:a⟧"
prompt = "Passphrase Nr.1: "
account = AccountAPI(api_key, secret_key, getpass.getpass(prompt), False, "0")
