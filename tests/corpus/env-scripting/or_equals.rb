ENV['OKX_API_KEY'] ||= '⟦key:a env=OKX_API_KEY⟧'
ENV['OKX_SECRET_KEY'] ||= '⟦secret:a env=OKX_SECRET_KEY⟧'
ENV['OKX_PASSPHRASE'] ||= '⟦passphrase:a env=OKX_PASSPHRASE⟧'
require_relative 'bot'
