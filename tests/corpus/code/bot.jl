const OKX_API_KEY = "⟦key:a⟧"
const OKX_SECRET_KEY = raw"⟦secret:a⟧"
okx = Dict("passphrase" => "⟦passphrase:a⟧", "uuid" => "⟦uuid:a⟧")
