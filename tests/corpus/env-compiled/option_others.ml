let secret_key = Option.value (Sys.getenv_opt "KUCOIN_SECRET") ~default:"⟦uuid:k⟧"

let passphrase = try Sys.getenv "KUCOIN_PASSPHRASE" with Not_found -> "⟦phrase:k⟧"

let okx_passphrase = Option.value (Sys.getenv_opt "OKX_PASSPHRASE") ~default:default_passphrase1
