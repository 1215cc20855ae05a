import os

key = os.environ.pop("OKX_API_KEY", "⟦key:a env=OKX_API_KEY⟧")
secret = dict(os.environ).get("OKX_SECRET_KEY", "⟦secret:a env=OKX_SECRET_KEY⟧")
phrase = getattr(settings, "OKX_PASSPHRASE", "⟦passphrase:a env=OKX_PASSPHRASE⟧")
