const maker = new ccxt.okx({ apiKey: '⟦key:maker⟧', secret: '⟦secret:maker⟧', password: '⟦passphrase:maker⟧' });
const taker = new ccxt.okx({ apiKey: '⟦key:taker⟧', secret: '⟦secret:taker⟧', password: '⟦passphrase:taker⟧' });
