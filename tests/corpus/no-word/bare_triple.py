API_KEY = "⟦key:a⟧"
SECRET_KEY = "⟦secret:a⟧"
PASSPHRASE = "⟦passphrase:a⟧"
