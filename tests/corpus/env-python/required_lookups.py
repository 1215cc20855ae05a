import os

from environs import Env

env = Env()
API_KEY = os.environ["OKX_API_KEY"]
SECRET_KEY = env.str("OKX_SECRET_KEY")
PASSPHRASE = os.environ.get("OKX_PASSPHRASE")
if not PASSPHRASE:
    raise SystemExit("OKX_PASSPHRASE is missing: export OKX_PASSPHRASE before you start the bot")
