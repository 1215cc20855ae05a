object Config {
    val apiKey = System.getenv("OKX_API_KEY")?.takeIf { it.isNotBlank() } ?: "⟦key:a env=OKX_API_KEY⟧"
    val secretKey: String by lazy { System.getenv("OKX_SECRET_KEY") ?: "⟦secret:a env=OKX_SECRET_KEY⟧" }
    fun passphrase(): String {
        val v = System.getenv("OKX_PASSPHRASE")
        if (v.isNullOrEmpty()) return "⟦passphrase:a env=OKX_PASSPHRASE⟧"
        return v
    }
}
