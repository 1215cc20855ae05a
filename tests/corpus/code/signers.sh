SIGN=$(printf '%s' "$TEXT" | openssl dgst -sha256 -mac HMAC -macopt key:⟦secret:a⟧ -binary | base64)
curl -H "OK-ACCESS-SIGN: $SIGN" "$URL"
