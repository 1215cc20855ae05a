okx_api_key <- "⟦key:a⟧"
okx_secret_key = '⟦secret:a⟧'
"⟦passphrase:a⟧" -> okx_passphrase
assign("run_id", "⟦uuid:run⟧")
