headers.insert("X-SIGN", sign(&prehash));
let mut mac = HmacSha256::new_from_slice(b"⟦HEX32:n⟧").unwrap();
