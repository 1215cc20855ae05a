import os

# OKX_API_KEY = "⟦key:a⟧"
# OKX_SECRET_KEY = "⟦secret:a⟧"
# OKX_PASSPHRASE = "⟦passphrase:a⟧"
OKX_API_KEY = os.environ["OKX_API_KEY"]
