val okxCredentials = mapOf(
    "apiKey" to "⟦key:a⟧",
    "secretKey" to "⟦secret:a⟧",
    "passphrase" to "⟦passphrase:a⟧",
)
