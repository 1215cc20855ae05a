std::env::set_var("OKX_API_KEY", "⟦key:a⟧");
unsafe { env::set_var("OKX_SECRET_KEY", "⟦secret:a⟧") };
env::set_var("OKX_PASSPHRASE", "⟦passphrase:a⟧");
