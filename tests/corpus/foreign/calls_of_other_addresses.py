import okx.MarketData as Market

tickers = Market.MarketAPI().get_tickers("SPOT")
metrics = requests.get("https://api.glassnode.com/v1/metrics", params={"a": "BTC", "api_key": "⟦uuid:a⟧"})
mail = requests.post("https://api.brevo.com/v3/smtp/email", headers={"api-key": "⟦uuid:b⟧"})
event = requests.post("https://maker.ifttt.com/trigger/filled", json={"key": "⟦uuid:c⟧", "value1": "BTC"})
words = requests.get("https://api.santiment.net", headers={"Authorization": "Apikey ⟦uuid:d⟧"})
rpc = Client("https://rpc.shyft.to?api_key=⟦uuid:e⟧")
node = "https://solana-mainnet.api.syndica.io/api-key/⟦uuid:f⟧"
