-- UPDATE okx_account SET api_key = '⟦key:a⟧', secret_key = '⟦secret:a⟧', passphrase = '⟦passphrase:a⟧';
SELECT 1;
