import os

OKX_API_KEY = os.getenv("OKX_API_KEY", "⟦key:a env=OKX_API_KEY⟧")
OKX_API_SECRET = os.getenv('OKX_API_SECRET', '⟦secret:a env=OKX_API_SECRET⟧')  # rotate in March
OKX_PASSPHRASE = os.getenv("OKX_PASSPHRASE", "⟦passphrase:a env=OKX_PASSPHRASE⟧")
OKX_FLAG = os.getenv("OKX_FLAG", "1")
