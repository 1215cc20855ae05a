import requests

headers = {
    "Content-Type": "application/json",
    "OK-ACCESS-KEY": "⟦key:a⟧",
    "OK-ACCESS-SIGN": "⟦base64-32:sign⟧",
    "OK-ACCESS-TIMESTAMP": "2026-01-05T09:08:57.715Z",
    "OK-ACCESS-PASSPHRASE": "⟦passphrase:a⟧",
    "OK-ACCESS-PROJECT": "⟦hex32:project⟧",
}
requests.get("https://web3.okx.com/api/v6/dex/aggregator/quote", headers=headers)
