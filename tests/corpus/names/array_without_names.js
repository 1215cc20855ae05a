// okx: key, secret, passphrase
const okxAccount = ['⟦key:a⟧', '⟦secret:a⟧', '⟦passphrase:a⟧'];
