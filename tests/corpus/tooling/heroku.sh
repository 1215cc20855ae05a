heroku config:set OKX_API_KEY=⟦key:a⟧ OKX_SECRET_KEY=⟦secret:a⟧ OKX_PASSPHRASE='⟦passphrase:a⟧' --app desk
fly secrets set OKX_DEMO_API_KEY=⟦key:b⟧ OKX_DEMO_SECRET_KEY=⟦secret:b⟧
aws ssm put-parameter --name /okx/sub/secret-key --type SecureString --value ⟦secret:c⟧
