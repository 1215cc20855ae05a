cfg = struct('exchange', 'okx', 'key', '⟦key:a⟧', 'secret', '⟦secret:a⟧', 'pass', '⟦passphrase:a⟧');
