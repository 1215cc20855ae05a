java -jar desk.jar --okx.apiKey=⟦key:a⟧ --okx.passphrase=⟦passphrase:a⟧ -Dokx.secretKey=⟦secret:a⟧
helm upgrade bot ./chart --set okx.apiKey=⟦key:b⟧,okx.secretKey=⟦secret:b⟧ --set-string okx.passphrase='⟦passphrase:b⟧'
./trader --okx-api-key ⟦key:c⟧ --okx-api-secret "⟦secret:c⟧" --okx-passphrase ⟦passphrase:c⟧ --trace-id ⟦uuid:trace⟧
