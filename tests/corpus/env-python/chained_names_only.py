import os

passphrase = os.getenv("OKX_PASSPHRASE", os.getenv("OKX_API_PASSPHRASE", os.getenv("OKX_PASSWORD")))
secret = os.getenv("OKX_SECRET_KEY") or os.getenv("OKX_API_SECRET") or None
key = os.getenv("OKX_API_KEY", os.environ["OKX_ACCESS_KEY"])
