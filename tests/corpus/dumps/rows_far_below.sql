INSERT INTO exchange_keys (id, exchange, api_key, secret_key, passphrase, note) VALUES
(1, 'okx', '⟦key:a⟧', '⟦secret:a⟧', '⟦passphrase:a⟧', 'Main account No1'),
(2, 'okx', '⟦key:b⟧', '⟦secret:b⟧', '⟦passphrase:b⟧', 'Second account No2'),
(3, 'okx', '⟦key:c⟧', '⟦secret:c⟧', '⟦passphrase:c⟧', 'Third account No3'),
(4, 'okx', '⟦key:d⟧', '⟦secret:d⟧', '⟦passphrase:d⟧', 'Fourth account No4');
