kubectl create secret generic okx --from-literal=okx-api-key=⟦key:a⟧ --from-literal=okx-secret-key='⟦secret:a⟧' \
  --from-literal="okx-passphrase=⟦passphrase:a⟧"
