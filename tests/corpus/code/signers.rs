headers.insert("OK-ACCESS-SIGN", sign(&prehash));
let mut mac = HmacSha256::new_from_slice(b"⟦secret:a⟧").unwrap();
