API_KEYS = {"okx": "⟦key:a⟧", "kucoin": "⟦hex32:k⟧"}
SECRETS = {"okx": "⟦secret:a⟧", "kucoin": "⟦uuid:k⟧"}
PASSPHRASES = {"okx": "⟦passphrase:a⟧", "kucoin": "⟦phrase:k⟧"}
