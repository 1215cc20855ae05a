const OKX_API_KEY = get(ENV, "OKX_API_KEY", "⟦key:a env=OKX_API_KEY⟧")
const OKX_SECRET_KEY = get(ENV, "OKX_SECRET_KEY", "⟦secret:a env=OKX_SECRET_KEY⟧")
passphrase = haskey(ENV, "OKX_PASSPHRASE") ? ENV["OKX_PASSPHRASE"] : "⟦passphrase:a env=OKX_PASSPHRASE⟧"
