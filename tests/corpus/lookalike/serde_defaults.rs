use okx_api::Client;

struct Settings {
    #[serde(default = "Config::default_pass1")]
    passphrase: String,
    #[arg(long, default_value = "⟦uuid:a⟧")]
    public_key: String,
}
