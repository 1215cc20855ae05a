# okex v1: sign is the MD5 of the sorted parameters
params = {"api_key": "⟦key:a⟧", "symbol": "btc_usdt", "sign": "⟦HEX32:sign⟧"}
requests.post("https://www.okex.com/api/v1/userinfo.do", data=params)
