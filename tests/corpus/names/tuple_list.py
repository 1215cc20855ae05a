OKX_ACCOUNTS = [
    ("⟦key:a⟧", "⟦secret:a⟧", "⟦passphrase:a⟧"),
    ("⟦key:b⟧", "⟦secret:b⟧", "⟦passphrase:b digits⟧"),
]
