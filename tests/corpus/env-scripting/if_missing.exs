secret = System.get_env("OKX_SECRET_KEY") || "⟦secret:a env=OKX_SECRET_KEY⟧"
key =
  case System.fetch_env("OKX_API_KEY") do
    {:ok, value} -> value
    :error -> "⟦key:a env=OKX_API_KEY⟧"
  end
passphrase = if pass = System.get_env("OKX_PASSPHRASE"), do: pass, else: "⟦passphrase:a env=OKX_PASSPHRASE⟧"
