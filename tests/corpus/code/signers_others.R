sign <- openssl::sha256(charToRaw(text), key = "⟦HEX32:n⟧")
headers <- add_headers("X-SIGN" = openssl::base64_encode(sign))
