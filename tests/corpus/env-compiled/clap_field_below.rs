#[derive(clap::Parser)]
struct Arguments {
    #[arg(long, default_value = "⟦secret:a env?⟧")]
    okx_secret_key: String,
    /// The passphrase of the key.
    #[arg(long, env = "OKX_PASSPHRASE", default_value_t = String::from("⟦passphrase:a env=OKX_PASSPHRASE⟧"))]
    pub passphrase: String,
    #[arg(long, default_value = "⟦uuid:session⟧")]
    session_id: String,
    #[arg(long, default_value_t = "⟦HEX32:digest⟧".to_string())]
    checksum: String,
}
