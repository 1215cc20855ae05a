vault kv put secret/okx api_key=⟦key:a⟧ secret_key=⟦secret:a⟧ passphrase='⟦passphrase:a⟧'
