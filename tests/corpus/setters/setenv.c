setenv("OKX_API_KEY", "⟦key:a⟧", 1);
putenv("OKX_SECRET_KEY=⟦secret:a⟧");
