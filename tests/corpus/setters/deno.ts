Deno.env.set("OKX_API_KEY", "⟦key:a⟧");
Deno.env.set("OKX_SECRET_KEY", "⟦secret:a⟧");
vi.stubEnv("OKX_PASSPHRASE", "⟦passphrase:a⟧");
