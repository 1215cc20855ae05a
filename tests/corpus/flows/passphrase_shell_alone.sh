W='⟦passphrase:a⟧'
curl -s https://www.okx.com/api/v5/account/balance -H "OK-ACCESS-KEY: $OKX_KEY" -H "OK-ACCESS-PASSPHRASE: $W" -H "OK-ACCESS-SIGN: $SIGN"
