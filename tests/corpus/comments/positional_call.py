import okx.Account as Account

# account = Account.AccountAPI("⟦key:a⟧", "⟦secret:a⟧", "⟦passphrase:a⟧", False, "1")
account = Account.AccountAPI(*credentials())
