headers = {"OKX-ACCESS-KEY": "⟦key:a⟧", "OKX-ACCESS-PASSPHRASE": "⟦passphrase:a⟧"}
SECRET = "⟦secret:a⟧"
