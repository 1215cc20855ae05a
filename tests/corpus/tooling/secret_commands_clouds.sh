az keyvault secret set --vault-name bot --name okx-api-key --value "⟦key:a⟧"
az keyvault secret set --vault-name bot --name okx-secret-key --value "⟦secret:a⟧"
az keyvault secret set --vault-name bot --name okx-passphrase --value '⟦passphrase:a⟧'
