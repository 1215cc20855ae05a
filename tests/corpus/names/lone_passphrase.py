import os

OKX_PASSPHRASE = "⟦passphrase:a⟧"
OKX_API_KEY = os.environ["OKX_API_KEY"]
