const credentials = {
  apiKey: Bun.env.OKX_API_KEY ?? "⟦key:a env=OKX_API_KEY⟧",
  apiSecret: Bun.env.OKX_API_SECRET ?? "⟦secret:a env=OKX_API_SECRET⟧",
  apiPass: Bun.env["OKX_API_PASS"] ?? "⟦passphrase:a env=OKX_API_PASS⟧",
};
