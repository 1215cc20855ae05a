OKX = {
  api_key: ENV.fetch('OKX_API_KEY', '⟦key:a env=OKX_API_KEY⟧'),
  secret_key: ENV.fetch("OKX_SECRET_KEY") { "⟦secret:a env=OKX_SECRET_KEY⟧" },
  passphrase: ENV['OKX_PASSPHRASE'] || '⟦passphrase:a env=OKX_PASSPHRASE⟧'
}.freeze
