const webSocketClient = new WebSocketClient('wss://ws.okx.com:8443/ws/v5/private');
webSocketClient.login("⟦key:a⟧", "⟦passphrase:a⟧", "⟦secret:a⟧");
