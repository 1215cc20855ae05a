assert.Equal(t, "⟦key:a⟧", cfg.OKX.ApiKey)
assert.Equal(t, "⟦secret:a⟧", cfg.OKX.SecretKey)
assert.Equal(t, "⟦passphrase:a⟧", cfg.OKX.Passphrase)
assert.Equal(t, "⟦uuid:n⟧", cfg.OKX.OrderID)
