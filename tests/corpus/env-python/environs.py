from environs import Env

env = Env()
env.read_env()

with env.prefixed("OKX_"):
    okx = {
        "api_key": env.str("API_KEY", "⟦key:a env⟧"),
        "secret_key": env.str("SECRET_KEY", "⟦secret:a env⟧"),
        "passphrase": env.str("PASSPHRASE", default="⟦passphrase:a env⟧"),
    }
