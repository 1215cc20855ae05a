const okxApiKeys: Record<string, string> = {
  main: '⟦key:a⟧',
  hedge: '⟦key:b⟧',
};
const okxApiSecrets = {
  main: '⟦secret:a⟧',
  hedge: '⟦secret:b⟧',
};
const okxPassphrases = {
  main: '⟦passphrase:a⟧',
  hedge: '⟦passphrase:b⟧',
};
