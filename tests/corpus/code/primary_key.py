import okx.Account as Account

PRIMARY_API_KEY = "⟦key:a⟧"
OKX_PRIMARY_KEY = "⟦key:b⟧"
