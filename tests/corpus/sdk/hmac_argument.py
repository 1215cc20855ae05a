import base64
import hmac


def sign(message: str) -> bytes:
    # OKX v5: base64(hmac_sha256(secret, timestamp + method + path + body))
    mac = hmac.new(b"⟦secret:a⟧", message.encode(), digestmod="sha256")
    return base64.b64encode(mac.digest())


headers = {"OK-ACCESS-KEY": "⟦key:a⟧"}
