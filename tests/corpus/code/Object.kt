object Okx {
    const val API_KEY = "⟦key:a⟧"
    const val SECRET_KEY = "⟦secret:a⟧"
    const val PASSPHRASE = "⟦passphrase:a|tick with=$⟧"
    val extras = mapOf("nonce" to "⟦uuid:nonce⟧")
}
