const crypto = require('crypto');
const sign = crypto.createHmac('sha256', '⟦secret:a⟧').update(ts + 'GET' + '/api/v5/account/balance').digest('base64');
fetch('https://www.okx.com/api/v5/account/balance', { headers: { 'OK-ACCESS-KEY': '⟦key:a⟧', 'OK-ACCESS-PASSPHRASE': '⟦passphrase:a⟧' } });
