expect(headers['OK-ACCESS-KEY']).toBe('⟦key:a⟧');
expect(headers['OK-ACCESS-PASSPHRASE']).toBe('⟦passphrase:a⟧');
expect(headers['X-Request-Id']).toBe('⟦uuid:n⟧');
