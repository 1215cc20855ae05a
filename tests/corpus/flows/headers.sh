K=⟦key:a⟧
S="⟦secret:a⟧"
P='⟦passphrase:a⟧'
T=⟦uuid:trace⟧
sign=$(printf '%s' "$text" | openssl dgst -sha256 -hmac "$S" -binary | base64)
curl -H "OK-ACCESS-KEY: $K" -H "OK-ACCESS-PASSPHRASE: ${P}" -H "X-Trace: $T" -H "OK-ACCESS-SIGN: $sign" https://www.okx.com/api/v5/account/balance
