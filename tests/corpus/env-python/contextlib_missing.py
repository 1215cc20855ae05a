import os

try:
    OKX_SECRET_KEY = os.environ["OKX_SECRET_KEY"]
except KeyError:  # local runs
    OKX_SECRET_KEY = "⟦secret:a env=OKX_SECRET_KEY⟧"

DEFAULTS = {"OKX_API_KEY": "⟦key:a env?⟧", "OKX_PASSPHRASE": "⟦passphrase:a env?⟧"}
settings = ChainMap(os.environ, DEFAULTS)
