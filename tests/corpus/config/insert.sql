INSERT INTO accounts (exchange, api_key, secret_key, passphrase, row_id) VALUES
  ('okx', '⟦key:a⟧', '⟦secret:a⟧', '⟦passphrase:a|doubled with='⟧', '⟦uuid:row⟧');
