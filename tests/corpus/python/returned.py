def get_okx_credentials():
    return "⟦key:a⟧", "⟦secret:a⟧", "⟦passphrase:a⟧"
