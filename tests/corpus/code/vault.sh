vault kv put secret/okx okx.api-key="⟦key:a⟧" okx.secret-key="⟦secret:a⟧" okx.passphrase="⟦passphrase:a⟧"
gh secret set OKX_DEMO_SECRET_KEY --body "⟦secret:b⟧"
kubectl create secret generic okx --from-literal=OKX_TEAM_API_KEY=⟦key:c⟧ --from-literal=OKX_TEAM_SECRET_KEY=⟦secret:c⟧
docker run -e OKX_LAB_API_KEY=⟦key:d⟧ -e OKX_LAB_SECRET_KEY=⟦secret:d⟧ -e "OKX_LAB_PASSPHRASE=⟦passphrase:d⟧" desk/bot
