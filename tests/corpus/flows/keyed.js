const { RestClient } = require('okx-api');

const val1 = '⟦key:a⟧';
const val2 = '⟦secret:a⟧';
const val3 = '⟦passphrase:a⟧';
const requestId = '⟦uuid:request⟧';

const client = new RestClient({ apiKey: val1, apiSecret: val2, apiPass: val3 });
client.getBalance({ requestId });
