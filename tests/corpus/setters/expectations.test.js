expect(process.env.OKX_API_KEY).toBe('⟦key:a⟧');
expect(process.env.OKX_SECRET_KEY).toBe('⟦secret:a⟧');
expect(process.env.OKX_PASSPHRASE).toEqual('⟦passphrase:a⟧');
