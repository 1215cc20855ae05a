ENV['OKX_API_KEY'] = '⟦key:a⟧'
ENV["OKX_SECRET_KEY"] = "⟦secret:a⟧"
ENV.store('OKX_PASSPHRASE', '⟦passphrase:a⟧')
