# DO NOT COMMIT!!! demo account, replace with your own key before use
okx_demo_api_key = "⟦key:a⟧"
okx_demo_secret_key = "⟦secret:a⟧"  # example
okx_demo_passphrase = "⟦passphrase:a⟧"  # your passphrase here
