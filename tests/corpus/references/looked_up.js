const okx = { apiKey: '⟦key:a⟧', secret: '⟦secret:a⟧', passphrase: store['okx:pass-1'] };
const password = vault.get('OKX')["okx:Pass-2"];
