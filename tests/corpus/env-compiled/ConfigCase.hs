passphrase :: IO String
passphrase = do
  found <- lookupEnv "OKX_PASSPHRASE"
  case found of
    Just v -> pure v
    Nothing -> pure "⟦passphrase:a env=OKX_PASSPHRASE⟧"
