local mac = hmac:new("⟦secret:a⟧", hmac.ALGOS.SHA256)
headers["OK-ACCESS-SIGN"] = ngx.encode_base64(mac:final(text))
