let wort = String::from("⟦passphrase:a⟧");
let client = OkxClient::new("⟦key:a⟧".to_string(), "⟦secret:a⟧".to_string(), wort);
