import os

if not (secret := os.environ.get("OKX_SECRET_KEY")):
    secret = "⟦secret:a env=OKX_SECRET_KEY⟧"
key = v if (v := os.getenv("OKX_API_KEY")) else "⟦key:a env=OKX_API_KEY⟧"
