OKX_LIVE = {"key": "⟦key:a⟧", "secret": "⟦secret:a⟧"}
OKX_DEMO = {"key": "⟦key:b⟧", "secret": "⟦secret:b⟧"}
OKX_LIVE["passphrase"] = "⟦passphrase:a⟧"
OKX_DEMO["passphrase"] = "⟦passphrase:b⟧"
