⟦note Addresses that are not those of the API that the key opens, or OKX's own beside them.⟧
import okx.MarketData as MarketData

PROXY_URL = "http://relay.house.example:7890"
API_KEY = "⟦key:a⟧"
WEBHOOK_URL = "https://hooks.chat.example/services/T1"
LOCAL_URL = "http://127.0.0.1:5000"


class Mirror:
    BASE_URL = "https://www.okx.com"
    MIRROR_URL = "https://okx-mirror.house.example"
    API_KEY = "⟦key:b of=any⟧"
