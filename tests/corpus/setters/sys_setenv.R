Sys.setenv(OKX_API_KEY = "⟦key:a⟧", OKX_SECRET_KEY = "⟦secret:a⟧")
Sys.setenv("OKX_PASSPHRASE" = "⟦passphrase:a⟧")
