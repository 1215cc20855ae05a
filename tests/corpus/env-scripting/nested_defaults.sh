SECRET="${OKX_LIVE_SECRET_KEY:-${OKX_SECRET_KEY:-⟦secret:a env⟧}}"
KEY="${OKX_LIVE_API_KEY:-${OKX_API_KEY-⟦key:a env⟧}}"
curl -s -H "OK-ACCESS-KEY: $KEY" https://www.okx.com/api/v5/account/balance
