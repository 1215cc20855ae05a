import os

try:
    OKX_API_KEY = os.environ["OKX_API_KEY"]
    OKX_SECRET_KEY = os.environ["OKX_SECRET_KEY"]
    OKX_PASSPHRASE = os.environ["OKX_PASSPHRASE"]
except KeyError:
    OKX_API_KEY = "⟦key:a env⟧"
    OKX_SECRET_KEY = "⟦secret:a env⟧"
    OKX_PASSPHRASE = "⟦passphrase:a env⟧"
