account = { id: '⟦key:a⟧', secret: '⟦secret:a⟧', pwd: '⟦passphrase:a⟧' }
