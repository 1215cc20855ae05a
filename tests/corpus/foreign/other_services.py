import okx.MarketData as MarketData
import requests


class CMCClient:
    API_KEY = "⟦uuid:a⟧"
    BASE = "https://pro-api.coinmarketcap.com"


def zerox_quote():
    return requests.get("https://api.0x.org/swap/permit2/quote", headers={"0x-api-key": "⟦uuid:b⟧"})


LIFI = {"x-lifi-api-key": "⟦uuid:c⟧"}
COINAPI = {"X-CoinAPI-Key": "⟦uuid:d⟧"}
