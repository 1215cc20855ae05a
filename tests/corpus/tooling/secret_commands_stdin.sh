echo -n "⟦key:a⟧" | gh secret set OKX_API_KEY
printf '%s' '⟦secret:a⟧' | vercel env add OKX_SECRET_KEY production
echo "⟦passphrase:a⟧" | docker secret create okx_passphrase -
