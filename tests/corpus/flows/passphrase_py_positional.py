import okx.Account as Account

api_key = "⟦key:a⟧"
secret_key = "⟦secret:a⟧"
ph = "⟦passphrase:a⟧"
account = Account.AccountAPI(api_key, secret_key, ph, False, "0")
