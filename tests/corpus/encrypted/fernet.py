OKX_API_KEY = decrypt("gAAAAAB⟦alnum120:a⟧==")
OKX_SECRET_KEY = "gAAAAAB⟦alnum120:b⟧=="
okx_passphrase = fernet.decrypt(b"gAAAAAB⟦alnum100:c⟧==").decode()
