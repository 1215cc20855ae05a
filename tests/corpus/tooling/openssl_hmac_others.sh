#!/bin/sh
sign=$(printf '%s' "$query" | openssl dgst -sha256 -hmac "⟦HEX32:other⟧" -binary | base64)
curl -H "X-MBX-APIKEY: $KEY" "https://api.binance.com$path&signature=$sign"
