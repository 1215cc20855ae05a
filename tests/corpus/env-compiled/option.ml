let api_key = Sys.getenv_opt "OKX_API_KEY" |> Option.value ~default:"⟦key:a env=OKX_API_KEY⟧"

let secret_key = Option.value (Sys.getenv_opt "OKX_SECRET_KEY") ~default:"⟦secret:a env=OKX_SECRET_KEY⟧"

let passphrase = try Sys.getenv "OKX_PASSPHRASE" with Not_found -> "⟦passphrase:a env=OKX_PASSPHRASE⟧"
