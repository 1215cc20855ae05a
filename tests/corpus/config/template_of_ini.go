package setup

const settings = `[okx]
api_key = ⟦key:a⟧
secret_key = ⟦secret:a⟧
passphrase = ⟦passphrase:a⟧
`
