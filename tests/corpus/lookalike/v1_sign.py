# okex v1
payload = {"symbol": "btc_usdt", "sign": "⟦HEX32:sign⟧"}
expected_sign = "⟦HEX32:expected⟧"
md5_sign = hashlib.md5(b"okex").hexdigest().upper()
