secret = get(ENV, "KUCOIN_SECRET", "⟦uuid:k⟧")
passphrase = get(ENV, "KUCOIN_PASSPHRASE", "⟦phrase:k⟧")
okx_passphrase = get(ENV, "OKX_PASSPHRASE", nothing)
