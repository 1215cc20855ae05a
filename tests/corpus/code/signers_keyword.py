mac = hmac.new(key=b"⟦secret:a⟧", msg=text.encode(), digestmod="sha256")
headers = {"OK-ACCESS-SIGN": base64.b64encode(mac.digest())}
