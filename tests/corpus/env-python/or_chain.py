import os

key = os.environ.get("OKX_API_KEY") or "⟦key:a env=OKX_API_KEY⟧"
secret = os.getenv("OKX_SECRET_KEY") or os.getenv("OKX_API_SECRET") or "⟦secret:a env⟧"
phrase = (os.getenv("OKX_PASSPHRASE") or "⟦passphrase:a env=OKX_PASSPHRASE⟧").strip()
