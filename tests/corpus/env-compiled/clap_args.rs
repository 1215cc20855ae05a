use clap::Parser;

#[derive(Parser)]
struct Args {
    #[arg(long, env = "OKX_API_KEY", default_value = "⟦key:a env=OKX_API_KEY⟧")]
    okx_api_key: String,
    #[clap(long, env = "OKX_SECRET_KEY", default_value = "⟦secret:a env=OKX_SECRET_KEY⟧", hide_env_values = true)]
    okx_secret_key: String,
    #[arg(long, default_value = "⟦passphrase:a env=OKX_PASSPHRASE⟧", env = "OKX_PASSPHRASE")]
    okx_passphrase: String,
}
