/* okx_api_key = "⟦key:a⟧" */
# okx_secret_key = "⟦secret:a⟧"
// okx_passphrase = "⟦passphrase:a⟧"
locals {}
