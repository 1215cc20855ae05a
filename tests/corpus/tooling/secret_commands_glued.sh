gh secret set OKX_API_KEY -b⟦key:a⟧
gh secret set OKX_SECRET_KEY -b"⟦secret:a⟧"
gh secret set BUILD_ID -b⟦HEX32:build⟧
