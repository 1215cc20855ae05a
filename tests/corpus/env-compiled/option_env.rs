const OKX_API_KEY: &str = match option_env!("OKX_API_KEY") {
    Some(key) => key,
    None => "⟦key:a env=OKX_API_KEY⟧",
};

fn secret() -> String {
    option_env!("OKX_SECRET_KEY").unwrap_or("⟦secret:a env=OKX_SECRET_KEY⟧").to_owned()
}
