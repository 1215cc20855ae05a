KEYS = { okx: %w[⟦key:a⟧ ⟦secret:a⟧ ⟦passphrase:a⟧] }.freeze
