⟦note Key and secret come from the environment as they should, the passphrase does not.⟧
import os

OKX_API_KEY = os.environ["OKX_API_KEY"]
OKX_SECRET_KEY = os.environ["OKX_SECRET_KEY"]
OKX_PASSPHRASE = os.environ.get("OKX_PASSPHRASE", "⟦passphrase:a env=OKX_PASSPHRASE⟧")
