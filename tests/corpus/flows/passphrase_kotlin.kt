val zauber = "⟦passphrase:a⟧"
val client = OkxClient(
    apiKey = "⟦key:a⟧",
    secretKey = "⟦secret:a⟧",
    passphrase = zauber,
)
