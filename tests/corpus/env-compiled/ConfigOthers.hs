secretKey = fromMaybe "⟦uuid:k⟧" <$> lookupEnv "KUCOIN_SECRET"
passphrase = fromMaybe "⟦phrase:k⟧" <$> lookupEnv "KUCOIN_PASSPHRASE"
okxPassphrase = fromMaybe (error "OKX_PASSPHRASE?") <$> lookupEnv "OKX_PASSPHRASE"
