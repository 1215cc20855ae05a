import okx.Account as Account

api = Account.AccountAPI(
    api_key="⟦key:a⟧",
    api_secret_key="⟦secret:a⟧",
    passphrase="⟦passphrase:a⟧",
    use_server_time=False,
    flag="1",
)
print(api.get_account_balance())
