Environment.SetEnvironmentVariable("OKX_API_KEY", "⟦key:a⟧");
Environment.SetEnvironmentVariable("OKX_SECRET_KEY", "⟦secret:a⟧");
Environment.SetEnvironmentVariable("OKX_PASSPHRASE", "⟦passphrase:a⟧");
