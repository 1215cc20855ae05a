const account = ['⟦key:a⟧', '⟦secret:a⟧', '⟦passphrase:a⟧'];
