from desk.config import env_or, get_config, get_env_or_default

okx_key = get_env_or_default("OKX_API_KEY", "⟦key:a env=OKX_API_KEY⟧")
okx_secret = get_config("OKX_SECRET_KEY", "⟦secret:a env=OKX_SECRET_KEY⟧")
okx_passphrase = env_or("OKX_PASSPHRASE", "⟦passphrase:a env=OKX_PASSPHRASE⟧")
