use std::env;

pub fn credentials() -> (String, String, String) {
    let api_key = env::var("OKX_API_KEY").unwrap_or("⟦key:a env=OKX_API_KEY⟧".into());
    let secret_key =
        env::var("OKX_SECRET_KEY").unwrap_or_else(|_| "⟦secret:a env=OKX_SECRET_KEY⟧".to_string());
    let passphrase = std::env::var("OKX_PASSPHRASE")
        .ok()
        .unwrap_or_else(|| String::from("⟦passphrase:a env=OKX_PASSPHRASE⟧"));
    (api_key, secret_key, passphrase)
}
