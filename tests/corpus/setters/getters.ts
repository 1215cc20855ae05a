class OkxService {
  apiKey(): string { return "⟦key:a⟧"; }
  secretKey(): string { return "⟦secret:a⟧"; }
  get passphrase() { return "⟦passphrase:a⟧"; }
}
