// API_KEY_COM='⟦key:a⟧' API_SECRET_COM='⟦secret:a⟧' API_PASS_COM='⟦passphrase:a⟧' ts-node examples/rest-trade.ts
const { RestClient } = require('okx-api');
const client = new RestClient({ apiKey: process.env.API_KEY_COM });
