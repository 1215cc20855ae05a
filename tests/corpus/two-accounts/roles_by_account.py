OKX_KEYS = {"live": "⟦key:a⟧", "demo": "⟦key:b⟧"}
OKX_SECRETS = {"live": "⟦secret:a⟧", "demo": "⟦secret:b⟧"}
OKX_PASSPHRASES = {"live": "⟦passphrase:a⟧", "demo": "⟦passphrase:b⟧"}
