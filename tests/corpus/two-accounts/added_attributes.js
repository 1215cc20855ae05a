const okxMain = new ccxt.okx();
const okxHedge = new ccxt.okx();
okxMain.apiKey = '⟦key:a⟧';
okxHedge.apiKey = '⟦key:b⟧';
okxMain.secret = '⟦secret:a⟧';
okxHedge.secret = '⟦secret:b⟧';
okxMain.password = '⟦passphrase:a⟧';
okxHedge.password = '⟦passphrase:b⟧';
