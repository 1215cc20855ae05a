OKX = {
  'api_key' => '⟦key:a⟧',
  :secret_key => "⟦secret:a⟧",
  passphrase: %q(⟦passphrase:a⟧)
}
