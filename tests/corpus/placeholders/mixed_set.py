⟦note The key and secret are dummies, so the passphrase beside them is one as well.⟧
okx = OkxClient(
    api_key="test-api-key",
    secret_key="test-secret-key",
    passphrase="test_passphrase_1",
)
