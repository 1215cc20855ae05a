for (const okxPassphrase of["⟦passphrase:a⟧"]) connect(okxPassphrase);
