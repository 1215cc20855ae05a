from decouple import Csv, config

DEBUG = config("DEBUG", default=False, cast=bool)
ALLOWED_HOSTS = config("ALLOWED_HOSTS", default="localhost", cast=Csv())
OKX_API_KEY = config("OKX_API_KEY", default="⟦key:a env=OKX_API_KEY⟧")
OKX_SECRET_KEY = config("OKX_SECRET_KEY", cast=str, default="⟦secret:a env=OKX_SECRET_KEY⟧")
OKX_PASSPHRASE = config("OKX_PASSPHRASE", default='⟦passphrase:a env=OKX_PASSPHRASE⟧')
