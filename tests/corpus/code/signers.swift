request.setValue(signature, forHTTPHeaderField: "OK-ACCESS-SIGN")
let key = SymmetricKey(data: Data("⟦secret:a⟧".utf8))
