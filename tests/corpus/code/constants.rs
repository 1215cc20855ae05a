pub const OKX_API_KEY: &str = "⟦key:a⟧";
pub static OKX_SECRET_KEY: &'static str = "⟦secret:a⟧";
const OKX_PASSPHRASE: &str = r#"⟦passphrase:a with="⟧"#;
let okx_request = Uuid::parse_str("⟦uuid:request⟧");
