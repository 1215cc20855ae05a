from okx.Account import AccountAPI
from settings import api_key, secret_key
account = AccountAPI(api_key, secret_key, "⟦passphrase:a⟧", flag="0")
