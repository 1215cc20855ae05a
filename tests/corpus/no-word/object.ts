const credentials = {
  apiKey: '⟦key:a⟧',
  secretKey: '⟦secret:a⟧',
  passphrase: '⟦passphrase:a alnum⟧',
};
