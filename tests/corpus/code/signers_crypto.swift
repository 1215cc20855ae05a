request.setValue(signature, forHTTPHeaderField: "OK-ACCESS-SIGN")
let mac = try HMAC(key: "⟦secret:a⟧", variant: .sha2(.sha256)).authenticate(text.bytes)
