aws ssm put-parameter --name /bot/okx/api_key --value ⟦key:a⟧ --type SecureString
aws ssm put-parameter --name "/bot/okx/secret_key" --type SecureString --value "⟦secret:a⟧"
aws ssm put-parameter --name "/bot/okx/passphrase" --type SecureString --value '⟦passphrase:a⟧'
