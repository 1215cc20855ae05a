SECRET = ENV["KUCOIN_SECRET"]? || "⟦uuid:k⟧"
PASS   = ENV.fetch("KUCOIN_PASSPHRASE") { "⟦phrase:k⟧" }
