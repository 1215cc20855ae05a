secret <- Sys.getenv("OKX_SECRET_KEY")
if (secret == "") secret <- "⟦secret:a env=OKX_SECRET_KEY⟧"
if (!nzchar(Sys.getenv("OKX_API_KEY"))) Sys.setenv(OKX_API_KEY = "⟦key:a env?⟧")
passphrase <- ifelse(Sys.getenv("OKX_PASSPHRASE") == "", "⟦passphrase:a env=OKX_PASSPHRASE⟧", Sys.getenv("OKX_PASSPHRASE"))
