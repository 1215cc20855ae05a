import okx.Trade
api_key.equals("⟦key:a⟧")
secret_key.equals("⟦secret:a⟧")
passphrase.equals("⟦passphrase:a⟧")
