# OKX
import asyncio
url = "wss://ws.okx.com:8443/ws/v5/private"
asyncio.run(subscribe(url, "⟦key:a⟧", "⟦passphrase:a⟧", "⟦secret:a⟧", channels))
