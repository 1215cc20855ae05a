let api_key =
  match Sys.getenv_opt "OKX_API_KEY" with
  | Some v -> v
  | None -> "⟦key:a env=OKX_API_KEY⟧"

let connect ?(secret = "⟦secret:a env?⟧") ?(okx_passphrase = "⟦passphrase:a env?⟧") () = Okx.login ~api_key ~secret
