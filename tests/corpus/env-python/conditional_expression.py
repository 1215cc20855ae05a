import os

secret = os.environ["OKX_SECRET_KEY"] if "OKX_SECRET_KEY" in os.environ else "⟦secret:a env=OKX_SECRET_KEY⟧"
key = os.environ.get("OKX_API_KEY") if os.environ.get("OKX_API_KEY") else "⟦key:a env=OKX_API_KEY⟧"
passphrase = "⟦passphrase:a env=OKX_PASSPHRASE⟧" if not os.getenv("OKX_PASSPHRASE") else os.environ["OKX_PASSPHRASE"]
