local wort = "⟦passphrase:a⟧"
local client = okx.new({ api_key = "⟦key:a⟧", secret = "⟦secret:a⟧", passphrase = wort })
