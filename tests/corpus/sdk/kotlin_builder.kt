val client = OkxClient {
    apiKey = "⟦key:a⟧"
    secretKey = "⟦secret:a⟧"
    passphrase = """⟦passphrase:a⟧"""
    baseUrl = "https://www.okx.com"
}
