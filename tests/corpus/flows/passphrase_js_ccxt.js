const ccxt = require('ccxt');
const magic = "⟦passphrase:a⟧";
const ex = new ccxt.okx({apiKey: "⟦key:a⟧", secret: "⟦secret:a⟧", password: magic});
