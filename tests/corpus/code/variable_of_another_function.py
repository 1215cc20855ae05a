import os

import ccxt

api_key = "⟦key:a⟧"
secret = os.getenv("SECRET")
ex = ccxt.okx({"apiKey": api_key, "secret": secret})


def fear_and_greed(api_key):
    return requests.get("https://pro-api.coinmarketcap.com/v3/fear-and-greed", headers={"X-CMC_PRO_API_KEY": api_key})
