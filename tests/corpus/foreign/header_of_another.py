import requests

api_key = "⟦uuid:cmc⟧"
headers = {"Accepts": "application/json", "X-CMC_PRO_API_KEY": api_key}
quotes = requests.get("https://pro-api.coinmarketcap.com/v1/quotes", headers=headers)
tickers = requests.get("https://www.okx.com/api/v5/market/tickers?instType=SPOT")
