config.setApiKey("⟦key:a⟧");
config.setSecretKey("⟦secret:a⟧");
config.setPassphrase("⟦passphrase:a digits⟧");
