const OkxApiKey = '⟦key:a⟧';
const OkxApiSecretKey = '⟦secret:a⟧';
const OkxApiPassphrase = '⟦passphrase:a⟧';
