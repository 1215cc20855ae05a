OKX_SECRET_KEY = "⟦hex32:lower⟧"
okx_secret = "⟦hex64:long⟧"
okx_api_secret = "⟦HEX40:longer⟧"
