cli := exchange.NewClient("⟦key:a⟧", "⟦secret:a⟧", "⟦passphrase:a⟧")
