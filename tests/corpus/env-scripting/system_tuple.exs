config :bot, Bot.Okx,
  api_key: {:system, "OKX_API_KEY", "⟦key:a env=OKX_API_KEY⟧"},
  secret_key: {:system, "OKX_SECRET_KEY", "⟦secret:a env=OKX_SECRET_KEY⟧"},
  passphrase: {:system, "OKX_PASSPHRASE", "⟦passphrase:a env=OKX_PASSPHRASE⟧"}
