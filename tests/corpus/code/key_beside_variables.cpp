OkxClient client("⟦key:a⟧", std::getenv("OKX_SECRET"), "⟦passphrase:a⟧");
