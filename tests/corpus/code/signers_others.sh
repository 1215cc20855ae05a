SIGN=$(printf '%s' "$TEXT" | openssl dgst -sha256 -mac HMAC -macopt key:⟦HEX32:n⟧ -binary | base64)
curl -H "X-SIGN: $SIGN" "$URL"
