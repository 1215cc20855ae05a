from settings import conf, env

secret = env("KUCOIN_SECRET", d="⟦uuid:k⟧")
phrase = read_env(name="KUCOIN_PASSPHRASE", fallback="⟦phrase:k⟧")
job = env("JOB_ID", d="⟦uuid:j⟧")
okx_pass = env("OKX_PASSPHRASE", d=DEFAULT_PASSPHRASE1)
