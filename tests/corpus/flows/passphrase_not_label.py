from okx.Account import AccountAPI
api_key = "⟦key:a⟧"
secret_key = "⟦secret:a⟧"
title = "⟦phrase:t⟧"
account = AccountAPI(api_key, secret_key, os.environ["OKX_PASSPHRASE"], False, "0")
print(title, account)
