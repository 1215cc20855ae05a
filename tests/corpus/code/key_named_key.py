import okx.Trade as Trade

key = "⟦key:a⟧"
secret = os.environ["OKX_SECRET"]
