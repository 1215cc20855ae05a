OKX_PASSPHRASE_SHA256 = "⟦hex64:a⟧"
okx_passphrase_hash = "$2b$12$⟦alnum53:b⟧"
OKX_SECRET_KEY_MD5 = "⟦HEX32:c⟧"
okx_secret_key_fingerprint = "⟦HEX32:d⟧"
