// const OKX_API_KEY = '⟦key:a⟧';
// const OKX_SECRET_KEY = '⟦secret:a⟧';
//const OKX_PASSPHRASE = '⟦passphrase:a⟧';
module.exports = require('./env');
