./okx-cli login ⟦key:a⟧ ⟦secret:a⟧ '⟦passphrase:a⟧'
