let credential = okx::Credential {
    api_key: "⟦key:a⟧".to_string(),
    secret_key: SecretString::new("⟦secret:a⟧".to_owned()),
    passphrase: Some("⟦passphrase:a⟧".into()),
};
