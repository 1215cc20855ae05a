let secretKey = getEnv("KUCOIN_SECRET", "⟦uuid:k⟧")
let passphrase = getEnv("KUCOIN_PASSPHRASE", default = "⟦phrase:k⟧")
