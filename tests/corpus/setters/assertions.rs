assert_eq!(config.okx_api_key, "⟦key:a⟧");
assert_eq!(config.okx_secret_key, "⟦secret:a⟧");
assert_eq!(config.okx_passphrase, "⟦passphrase:a⟧");
