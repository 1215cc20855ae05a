import Config

config :desk, Desk.Okx,
  api_key: System.get_env("OKX_API_KEY", "⟦key:a env=OKX_API_KEY⟧"),
  secret_key: System.get_env("OKX_SECRET_KEY") || "⟦secret:a env=OKX_SECRET_KEY⟧",
  passphrase: System.get_env("OKX_PASSPHRASE", "⟦passphrase:a env=OKX_PASSPHRASE⟧")
