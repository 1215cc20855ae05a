data class Keys(val key: String, val secret: String, val pass: String)
val okx = Keys("⟦key:a⟧", "⟦secret:a⟧", "⟦passphrase:a⟧")
val kucoin = Keys("⟦hex24:k⟧", "⟦uuid:s⟧", "⟦phrase:p⟧")
