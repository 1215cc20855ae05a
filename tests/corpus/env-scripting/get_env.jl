const OKX_API_KEY = get(ENV, "OKX_API_KEY", "⟦key:a env=OKX_API_KEY⟧")
secret = haskey(ENV, "OKX_SECRET_KEY") ? ENV["OKX_SECRET_KEY"] : "⟦secret:a env=OKX_SECRET_KEY⟧"
passphrase = get(ENV, "OKX_PASSPHRASE") do
    "⟦passphrase:a env=OKX_PASSPHRASE⟧"
end
