client = Okx::Client.new(
  api_key: '⟦key:a⟧',
  secret_key: '⟦secret:a⟧',
  passphrase: '⟦passphrase:a with=#⟧'
)
