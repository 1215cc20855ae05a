import os

if "OKX_SECRET_KEY" not in os.environ:
    os.environ["OKX_SECRET_KEY"] = "⟦secret:a env=OKX_SECRET_KEY⟧"
if not os.environ.get("OKX_API_KEY"):
    os.environ["OKX_API_KEY"] = "⟦key:a env=OKX_API_KEY⟧"
if os.getenv("OKX_PASSPHRASE"):
    passphrase = os.getenv("OKX_PASSPHRASE")
else:
    passphrase = "⟦passphrase:a env=OKX_PASSPHRASE⟧"
