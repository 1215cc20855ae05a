K=⟦uuid:trace⟧
S=⟦HEX32:sum⟧
echo "$K $S" > trace.txt
K=$(cat ~/.okx/key)
S=$(cat ~/.okx/secret)
sign=$(printf '%s' "$text" | openssl dgst -sha256 -hmac "$S" -binary | base64)
curl -H "OK-ACCESS-KEY: $K" -H "OK-ACCESS-SIGN: $sign" https://www.okx.com/api/v5/account/balance
