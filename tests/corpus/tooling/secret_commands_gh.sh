gh secret set OKX_API_KEY --body "⟦key:a⟧"
gh secret set OKX_SECRET_KEY -b ⟦secret:a⟧
gh secret set OKX_PASSPHRASE --repo me/bot --body '⟦passphrase:a⟧'
