*** Variables ***
${OKX_API_KEY}    ⟦key:a⟧
${OKX_SECRET_KEY}    ⟦secret:a⟧
${OKX_PASSPHRASE}    ⟦passphrase:a⟧
${OKX_SYMBOL}    BTC-USDT
