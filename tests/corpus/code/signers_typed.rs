headers.insert("OK-ACCESS-SIGN", sign(&prehash));
let mut mac = Hmac::<Sha256>::new_from_slice("⟦secret:a⟧".as_bytes())?;
