const { APICredentials, OkexRest } = require('okex-api');

const credentials = APICredentials.create('⟦key:a⟧', '⟦secret:a⟧', '⟦passphrase:a⟧');
const rest = new OkexRest(credentials);
