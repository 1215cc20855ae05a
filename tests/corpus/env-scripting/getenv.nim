import os

let apiKey = getEnv("OKX_API_KEY", "⟦key:a env=OKX_API_KEY⟧")
let secretKey = if existsEnv("OKX_SECRET_KEY"): getEnv("OKX_SECRET_KEY") else: "⟦secret:a env=OKX_SECRET_KEY⟧"
let passphrase = getEnv("OKX_PASSPHRASE", default = "⟦passphrase:a env=OKX_PASSPHRASE⟧")
