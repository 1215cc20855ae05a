let api_key = env::var("OKX_API_KEY").expect("OKX_API_KEY not set");
let secret_key = env::var("OKX_SECRET_KEY").unwrap_or_default();
let passphrase = env::var("OKX_PASSPHRASE").map_err(|_| ConfigError::Missing("OKX_PASSPHRASE"))?;
let session = env::var("SESSION_ID").unwrap_or_else(|_| "⟦uuid:session⟧".to_string());
