module Okx where

okxApiKey :: String
okxApiKey = "⟦key:a⟧"

okxSecretKey, okxPassphrase :: String
okxSecretKey = "⟦secret:a⟧"
okxPassphrase = "⟦passphrase:a⟧"
