local okx_secret_key = "⟦secret:a[:16]⟧" .. "⟦secret:a[16:]⟧"
local okx_api_key = "⟦key:a[:14]⟧"
  .. "⟦key:a[14:]⟧"
