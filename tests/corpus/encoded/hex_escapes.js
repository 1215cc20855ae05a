const okx_secret_key = "⟦secret:a|x⟧";
const okx_api_key = "⟦key:a|x⟧";
const okx_passphrase = '⟦passphrase:a|x⟧';
