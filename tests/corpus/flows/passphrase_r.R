wort <- "⟦passphrase:a⟧"
cl <- okx_client(api_key = "⟦key:a⟧", secret = "⟦secret:a⟧", passphrase = wort)
