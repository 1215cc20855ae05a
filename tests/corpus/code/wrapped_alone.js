const okx = { key: encryptApiKey('⟦key:a⟧'), secret: encryptApiKey('⟦secret:a⟧') };
store(encryptOkxSecretKey('⟦secret:b⟧'));
