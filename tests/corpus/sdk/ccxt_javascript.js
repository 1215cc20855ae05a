const ccxt = require('ccxt');

(async () => {
  const okx = new ccxt.okx({
    apiKey: '⟦key:a⟧',
    secret: '⟦secret:a⟧',
    password: '⟦passphrase:a⟧', // passphrase
  });
  console.log(await okx.fetchBalance());
})();
