import okx.Account as Account

# api_key = "⟦key:old⟧"
api_key = "⟦key:new⟧"
# secret_key = "⟦secret:old⟧"
secret_key = "⟦secret:new⟧"
# passphrase = "⟦passphrase:old⟧"
passphrase = "⟦passphrase:new⟧"
