import okx.Account as Account

gateway = "https://gateway.bots.example/api/v5/account/balance?apiKey=⟦key:a⟧"
bot = connect("https://gateway.bots.example", api_key="⟦key:b⟧", secret_key=os.environ["OKX_SECRET"])
