#!/bin/sh
sign=$(printf '%s' "$ts$method$path" | openssl dgst -sha256 -hmac "⟦secret:a⟧" -binary | base64)
sum=$(openssl dgst -md5 "⟦HEX32:sum⟧.bin")
curl -H "OK-ACCESS-KEY: $KEY" -H "OK-ACCESS-SIGN: $sign" "https://www.okx.com$path"
