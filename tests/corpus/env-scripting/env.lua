local okx = {
  api_key = os.getenv("OKX_API_KEY") or "⟦key:a env=OKX_API_KEY⟧",
  secret_key = os.getenv('OKX_SECRET_KEY') or '⟦secret:a env=OKX_SECRET_KEY⟧',
  passphrase = os.getenv("OKX_PASSPHRASE") or [[⟦passphrase:a env=OKX_PASSPHRASE⟧]],
}
return okx
