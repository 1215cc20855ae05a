--[[
okx.api_key = "⟦key:a⟧"
okx.secret_key = "⟦secret:a⟧"
]]
-- okx.passphrase = "⟦passphrase:a⟧"
return {}
