@okx_secret_key "⟦secret:a[:16]⟧" <> "⟦secret:a[16:]⟧"
@okx_api_key "⟦key:a[:18]⟧" <> "⟦key:a[18:]⟧"
