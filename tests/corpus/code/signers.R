sign <- openssl::sha256(charToRaw(text), key = "⟦secret:a⟧")
headers <- add_headers("OK-ACCESS-SIGN" = openssl::base64_encode(sign))
