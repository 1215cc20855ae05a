from settings import conf, env

OKX_API_KEY = env("OKX_API_KEY", d="⟦key:a env=OKX_API_KEY⟧")
OKX_SECRET_KEY = conf.get("OKX_SECRET_KEY", dflt="⟦secret:a env=OKX_SECRET_KEY⟧")
OKX_PASSPHRASE = read_env(name="OKX_PASSPHRASE", fallback="⟦passphrase:a env=OKX_PASSPHRASE⟧")
