secret = ENV['OKX_SECRET_KEY']
secret = '⟦secret:a env=OKX_SECRET_KEY⟧' if secret.nil? || secret.empty?
key = ENV.fetch('OKX_API_KEY') { '⟦key:a env=OKX_API_KEY⟧' }
pass = ENV['OKX_PASSPHRASE'].presence || '⟦passphrase:a env=OKX_PASSPHRASE⟧'
