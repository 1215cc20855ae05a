import os

OKX_API_KEY = os.getenv("OKX_API_KEY", "")
OKX_SECRET_KEY = os.environ.get("OKX_SECRET_KEY", '')
OKX_PASSPHRASE = os.getenv("OKX_PASSPHRASE") or ""
OKX_SUBACCOUNT = os.getenv("OKX_SUBACCOUNT", None)
OKX_BASE_URL = os.getenv("OKX_BASE_URL", "https://www.okx.com")
OKX_WS_URL = os.getenv("OKX_WS_URL", "wss://wspap.okx.com:8443/ws/v5/private?brokerId=9999")
