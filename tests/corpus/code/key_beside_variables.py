client = OkxClient("⟦key:a⟧", os.environ["OKX_SECRET"], os.environ["OKX_PASS"])
other = BinanceClient("⟦uuid:b⟧", secret, password)
