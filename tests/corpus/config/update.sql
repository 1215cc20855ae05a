UPDATE exchange_account
   SET okx_api_key = '⟦key:a⟧', okx_secret_key = '⟦secret:a⟧', okx_passphrase = '⟦passphrase:a⟧', token = '⟦uuid:t⟧'
 WHERE id = 7;
