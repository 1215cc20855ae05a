import environ

env = environ.Env(
    DEBUG=(bool, False),
    OKX_API_KEY=(str, "⟦key:a env=OKX_API_KEY⟧"),
    OKX_SECRET_KEY=(str, "⟦secret:a env=OKX_SECRET_KEY⟧"),
)
OKX_PASSPHRASE = env("OKX_PASSPHRASE", default="⟦passphrase:a env=OKX_PASSPHRASE⟧")
DATABASES = {"default": env.db("DATABASE_URL", default="postgres://desk:⟦phrase:db⟧@db/desk")}
