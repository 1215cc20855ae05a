setattr(settings, "okx_api_key", "⟦key:a⟧")
setattr(settings, "okx_secret_key", "⟦secret:a⟧")
keyring.set_password("okx", "okx_passphrase", "⟦passphrase:a⟧")
