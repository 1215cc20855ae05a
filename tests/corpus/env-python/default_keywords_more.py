key = env_or("OKX_API_KEY", otherwise="⟦key:a env=OKX_API_KEY⟧")
secret = get_setting("OKX_SECRET_KEY", default_value="⟦secret:a env=OKX_SECRET_KEY⟧")
phrase = get_env(var="OKX_PASSPHRASE", alt="⟦passphrase:a env=OKX_PASSPHRASE⟧")
