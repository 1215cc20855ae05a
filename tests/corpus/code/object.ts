export const okxConfig: OkxConfig = {
  apiKey: "⟦key:a⟧",
  secretKey: "⟦secret:a⟧",
  passphrase: "⟦passphrase:a⟧",
  clientId: "⟦uuid:client⟧",
};
