OKX_API_KEY = ENV.fetch("OKX_API_KEY", "⟦key:a env=OKX_API_KEY⟧")
OKX_SECRET  = ENV["OKX_SECRET_KEY"]? || "⟦secret:a env=OKX_SECRET_KEY⟧"
OKX_PASS    = ENV.fetch("OKX_PASSPHRASE") { "⟦passphrase:a env=OKX_PASSPHRASE⟧" }
