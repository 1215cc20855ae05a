# OKX: passphrase_1 是 "⟦passphrase:a⟧"
