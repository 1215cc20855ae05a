let client = OKXClient(
    apiKey: "⟦key:a⟧",
    secretKey: "⟦secret:a⟧",
    passphrase: "⟦passphrase:a⟧",
    environment: .demo
)
