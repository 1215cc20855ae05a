const okx = {
  apiKey: atob('⟦key:a|b64⟧'),
  secretKey: Buffer.from('⟦secret:a|b64⟧', 'base64').toString(),
  passphrase: window.atob("⟦passphrase:a|b64⟧"),
};
