aws secretsmanager create-secret --name okx/live --secret-string '{"apiKey":"⟦key:a⟧","secretKey":"⟦secret:a⟧","passphrase":"⟦passphrase:a⟧"}'
