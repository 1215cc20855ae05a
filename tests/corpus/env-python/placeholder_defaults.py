import os

from decouple import config

OKX_API_KEY = os.getenv("OKX_API_KEY", "your-api-key")
OKX_SECRET_KEY = os.getenv("OKX_SECRET_KEY", "your_okx_secret_key")
OKX_PASSPHRASE = os.getenv("OKX_PASSPHRASE", "YourPassphrase123!")
OKX_DEMO_KEY = config("OKX_DEMO_KEY", default="<okx-api-key>")
OKX_DEMO_SECRET = config("OKX_DEMO_SECRET", default="CHANGE_ME")
OKX_DEMO_PASSPHRASE = config("OKX_DEMO_PASSPHRASE", default="Change-Me-2024")
OKX_WEB3_PASSPHRASE = os.environ.get("OKX_WEB3_PASSPHRASE") or "[REDACTED]"
