okx_api_key = "⟦key:a⟧"
okx_passphrase = "⟦passphrase:a⟧"
okx_secret_key = os.environ["OKX_SECRET_KEY"]
