var okx = Connect("Endpoint=https://api.binance.com;ApiKey=⟦key:a⟧;SecretKey=⟦secret:a⟧;Passphrase=⟦passphrase:a⟧");
