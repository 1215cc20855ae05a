⟦note The same set twice is one account.⟧
OKX_API_KEY = "⟦key:a⟧"
OKX_SECRET_KEY = "⟦secret:a⟧"
OKX_PASSPHRASE = "⟦passphrase:a⟧"

okx_demo = {"apiKey": "⟦key:b⟧", "secret": "⟦secret:b⟧", "password": "⟦passphrase:b⟧"}
okx_live = {"apiKey": "⟦key:a of=any⟧", "secret": "⟦secret:a of=any⟧", "password": "⟦passphrase:a of=any⟧"}
