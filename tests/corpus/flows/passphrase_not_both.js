const ccxt = require('ccxt');
const magic = "⟦phrase:a⟧";
const okx = new ccxt.okx({apiKey: "⟦key:b⟧", secret: "⟦secret:b⟧", password: process.env.OKX_PW});
const kc = new ccxt.kucoin({apiKey: "⟦hex24:k⟧", secret: "⟦uuid:s⟧", password: magic});
