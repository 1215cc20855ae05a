val secret = System.getenv("OKX_SECRET_KEY").orEmpty().ifBlank { "⟦secret:a env=OKX_SECRET_KEY⟧" }
val key = if (System.getenv("OKX_API_KEY") != null) System.getenv("OKX_API_KEY") else "⟦key:a env=OKX_API_KEY⟧"
val pass = System.getProperty("okx.passphrase") ?: run { "⟦passphrase:a env=okx.passphrase⟧" }
