from client import AccountAPI

account = AccountAPI("⟦key:a⟧", "⟦secret:a⟧", "⟦passphrase:a⟧", False)
