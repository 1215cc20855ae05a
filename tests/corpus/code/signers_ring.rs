headers.insert("OK-ACCESS-SIGN", sign(&prehash));
let key = hmac::Key::new(hmac::HMAC_SHA256, b"⟦secret:a⟧");
