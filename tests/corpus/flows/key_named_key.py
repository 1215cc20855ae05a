import requests

key = "⟦key:a⟧"
balance = requests.get("https://www.okx.com/api/v5/account/balance", headers={"OK-ACCESS-KEY": key})
