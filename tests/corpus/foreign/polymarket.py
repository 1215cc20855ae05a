CLOB_API_KEY = "⟦uuid:k⟧"
CLOB_SECRET = "⟦base64-32:s⟧"
CLOB_PASS_PHRASE = "⟦hex64:p⟧"
OKX_TICKER = "https://www.okx.com/api/v5/market/ticker"
