import requests

a = "⟦key:a⟧"
b = b"⟦secret:a⟧"
c = "⟦passphrase:a⟧"


def get(path, when, sign):
    headers = {
        "OK-ACCESS-KEY": a,
        "OK-ACCESS-SIGN": sign(b, when),
        "OK-ACCESS-TIMESTAMP": when,
        "OK-ACCESS-PASSPHRASE": c,
    }
    return requests.get("https://www.okx.com" + path, headers=headers)
