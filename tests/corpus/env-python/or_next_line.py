import os

KEY = (os.getenv("OKX_API_KEY") or
       "⟦key:a env=OKX_API_KEY⟧")
SECRET = (
    os.getenv("OKX_SECRET_KEY")
    or "⟦secret:a env=OKX_SECRET_KEY⟧"
)
PASS = os.getenv("OKX_PASSPHRASE") or \
    "⟦passphrase:a env=OKX_PASSPHRASE⟧"
