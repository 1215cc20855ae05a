import os

OKX_SECRET_KEY = os.getenv("OKX_SECRET_KEY")
if not OKX_SECRET_KEY:
    OKX_SECRET_KEY = "⟦secret:a env?⟧"
OKX_API_KEY = os.getenv("OKX_API_KEY")
if OKX_API_KEY is None:
    OKX_API_KEY = "⟦key:a env?⟧"
