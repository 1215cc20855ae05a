# OKX
chave_api = "⟦key:a⟧"
chave_secreta = "⟦secret:a⟧"
senha = "⟦passphrase:a⟧"
