import okx.Account as Account

k = "⟦key:a⟧"
s = "⟦secret:a⟧"
p = "⟦passphrase:a⟧"
trace = "⟦uuid:trace⟧"
greeting = "Hello-World-77"
api = Account.AccountAPI(k, s, p, False, "0")
print(greeting, trace, api.get_account_balance())
