local mac = hmac:new("⟦HEX32:n⟧", hmac.ALGOS.SHA256)
headers["X-SIGN"] = ngx.encode_base64(mac:final(text))
