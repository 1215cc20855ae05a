const account = {
  okxApiKey: encryptApiKey('⟦key:a⟧'),
  okxSecretKey: encryptApiKey('⟦secret:a⟧'),
  okxPassphrase: encryptApiKey('⟦passphrase:a⟧'),
};
