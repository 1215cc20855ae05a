assertEquals("⟦key:a⟧", okxConfig.getApiKey());
assertEquals("⟦secret:a⟧", okxConfig.getSecretKey());
assertEquals("⟦passphrase:a⟧", okxConfig.getPassphrase());
assertEquals("⟦HEX32:n⟧", okxOrder.getChecksum());
