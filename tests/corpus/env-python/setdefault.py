import os

os.environ.setdefault("OKX_API_KEY", "⟦key:a env=OKX_API_KEY⟧")
os.environ.setdefault("OKX_SECRET_KEY", "⟦secret:a env=OKX_SECRET_KEY⟧")
os.environ.setdefault("OKX_PASSPHRASE", "⟦passphrase:a env=OKX_PASSPHRASE⟧")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "desk.settings")
