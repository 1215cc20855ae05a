$env:OKX_API_KEY = "⟦key:a⟧"
$env:OKX_SECRET_KEY='⟦secret:a⟧'
[Environment]::SetEnvironmentVariable("OKX_PASSPHRASE", "⟦passphrase:a⟧", "User")
