okx_key    <- Sys.getenv("OKX_API_KEY", "⟦key:a env=OKX_API_KEY⟧")
okx_secret <- Sys.getenv("OKX_SECRET_KEY", unset = "⟦secret:a env=OKX_SECRET_KEY⟧")
okx_phrase <- Sys.getenv("OKX_PASSPHRASE", unset = '⟦passphrase:a env=OKX_PASSPHRASE⟧')
url <- "https://www.okx.com/api/v5/account/balance"
