module Config where

import Data.Maybe (fromMaybe)
import System.Environment (lookupEnv)

apiKey :: IO String
apiKey = fromMaybe "⟦key:a env=OKX_API_KEY⟧" <$> lookupEnv "OKX_API_KEY"

secretKey :: IO String
secretKey = do
  found <- lookupEnv "OKX_SECRET_KEY"
  pure $ fromMaybe "⟦secret:a env=OKX_SECRET_KEY⟧" found

passphrase :: IO String
passphrase = maybe "⟦passphrase:a env=OKX_PASSPHRASE⟧" id <$> lookupEnv "OKX_PASSPHRASE"
