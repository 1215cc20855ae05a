const ccxt = require('ccxt');
const magic = "⟦phrase:a⟧";
const ex = new ccxt.kucoin({apiKey: "⟦hex24:k⟧", secret: "⟦uuid:s⟧", password: magic});
