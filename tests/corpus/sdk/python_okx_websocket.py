from okx.websocket.WsPrivateAsync import WsPrivateAsync


async def main():
    ws = WsPrivateAsync(
        apiKey="⟦key:a⟧",
        passphrase="⟦passphrase:a⟧",
        secretKey="⟦secret:a⟧",
        url="wss://ws.okx.com:8443/ws/v5/private",
        useServerTime=False,
    )
    await ws.start()
