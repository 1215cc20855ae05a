request.setValue(signature, forHTTPHeaderField: "X-SIGN")
let key = SymmetricKey(data: Data("⟦HEX32:n⟧".utf8))
