const WORT: &str = "⟦passphrase:a⟧";
fn main() {
    let creds = okx::Credentials { api_key: "⟦key:a⟧".into(), secret_key: "⟦secret:a⟧".into(), passphrase: WORT.into() };
}
