fn secret() -> String {
    match std::env::var("OKX_SECRET_KEY") {
        Ok(v) if !v.is_empty() => v,
        _ => "⟦secret:a env=OKX_SECRET_KEY⟧".to_string(),
    }
}

fn key() -> String {
    if let Ok(v) = env::var("OKX_API_KEY") {
        v
    } else {
        String::from("⟦key:a env=OKX_API_KEY⟧")
    }
}

fn passphrase() -> String {
    env::var("OKX_PASSPHRASE").ok().filter(|v| !v.is_empty()).unwrap_or_else(|| "⟦passphrase:a env=OKX_PASSPHRASE⟧".into())
}
