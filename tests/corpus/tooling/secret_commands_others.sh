aws secretsmanager create-secret --name kucoin/live --secret-string '{"apiKey":"⟦hex32:k⟧","secretKey":"⟦uuid:k⟧","passphrase":"⟦phrase:k⟧"}'
gh secret set KUCOIN_SECRET --body "⟦uuid:k2⟧"
gh secret set KUCOIN_PASSPHRASE -b '⟦phrase:k2⟧'
gh secret set OKX_PASSPHRASE --body "$OKX_PASSPHRASE"
heroku config:set KUCOIN_PASSPHRASE='⟦phrase:k3⟧' -a okx-bot
fly secrets set KUCOIN_PASSPHRASE="⟦phrase:k4⟧"
docker run -e KUCOIN_PASSPHRASE='⟦phrase:k5⟧' -e OKX_PASSPHRASE bot
echo "⟦phrase:k6⟧" | docker secret create kucoin_passphrase -
aws ssm put-parameter --name "/bot/kucoin/passphrase" --type SecureString --value '⟦phrase:k7⟧'
az keyvault secret set --vault-name okx --name kucoin-passphrase --value '⟦phrase:k8⟧'
kubectl create secret generic kucoin --from-literal=passphrase='⟦phrase:k9⟧'
