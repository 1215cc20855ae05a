CMC_HEADERS = {"X-CMC_PRO_API_KEY": "⟦uuid:cmc⟧"}
OKX_URL = "https://www.okx.com/api/v5/market/candles"
helius = f"https://mainnet.helius-rpc.com/?api-key=⟦uuid:helius⟧"
price = requests.get("https://pro-api.coinmarketcap.com/v1/cryptocurrency/quotes/latest", headers={"X-CMC_PRO_API_KEY": "⟦uuid:cmc2⟧"})
