var exchange = new ccxt.okx();
exchange.apiKey = "⟦key:a⟧";
exchange.secret = "⟦secret:a⟧";
exchange.password = "⟦passphrase:a⟧";
