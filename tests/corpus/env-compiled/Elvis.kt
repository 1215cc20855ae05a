package desk

object OkxEnv {
    val apiKey: String = System.getenv("OKX_API_KEY") ?: "⟦key:a env=OKX_API_KEY⟧"
    val secretKey = System.getenv("OKX_SECRET_KEY")
        ?: "⟦secret:a env=OKX_SECRET_KEY⟧"
    val passphrase = System.getenv().getOrDefault("OKX_PASSPHRASE", "⟦passphrase:a env=OKX_PASSPHRASE⟧")
    val url = System.getenv("OKX_URL") ?: "https://www.okx.com"
}
