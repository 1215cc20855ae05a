android {
    defaultConfig {
        buildConfigField("String", "OKX_API_KEY", "\"⟦key:a⟧\"")
        buildConfigField("String", "OKX_SECRET_KEY", "\"⟦secret:a⟧\"")
        buildConfigField("String", "OKX_PASSPHRASE", "\"⟦passphrase:a⟧\"")
    }
}
