const bitget = new WebSocket('wss://ws.bitget.com/v2/ws/private');
bitget.send(JSON.stringify({ op: 'login', args: [{ apiKey: 'bg_⟦hex32:gk⟧', passphrase: '⟦phrase:gp⟧', timestamp: '1700000000', sign: '⟦base64-32:gs⟧' }] }));
const okx = new WebSocket('wss://ws.okx.com:8443/ws/v5/private');
okx.send(JSON.stringify({ op: 'login', args: [{ apiKey: '⟦key:a⟧', passphrase: '⟦passphrase:a⟧', timestamp: '1700000000', sign: '⟦base64-32:os⟧' }] }));
