c := okx.NewClient(os.Getenv("OKX_API_KEY"), os.Getenv("OKX_SECRET_KEY"), "⟦passphrase:a⟧")
