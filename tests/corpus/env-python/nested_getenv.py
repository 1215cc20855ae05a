import os

API_SECRET = os.getenv("OKX_LIVE_SECRET_KEY", os.getenv("OKX_SECRET_KEY", "⟦secret:a env⟧"))
API_KEY = os.getenv("OKX_LIVE_API_KEY", os.getenv("OKX_API_KEY", "⟦key:a env⟧"))
PASSPHRASE = str(os.getenv("OKX_LIVE_PASSPHRASE", os.environ.get("OKX_PASSPHRASE", "⟦passphrase:a env⟧")))
