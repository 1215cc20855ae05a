config :bot, Bot.Okx,
  api_key: {:system, "OKX_API_KEY"},
  passphrase: {:system, "OKX_PASSPHRASE", nil}

config :bot, Bot.Kucoin,
  secret_key: {:system, "KUCOIN_SECRET", "⟦uuid:k⟧"},
  passphrase: {:system, "KUCOIN_PASSPHRASE", "⟦phrase:k⟧"}
