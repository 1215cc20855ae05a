from okx.Account import AccountAPI
api_key = "⟦key:a⟧"
secret_key = "⟦secret:a⟧"
pv = "OKX_PASSPHRASE_V5"
account = AccountAPI(api_key, secret_key, os.getenv(pv), False, "0")
