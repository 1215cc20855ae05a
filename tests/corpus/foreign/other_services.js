const config = {
  okx: { apiKey: '⟦key:a⟧', secretKey: '⟦secret:a⟧', passphrase: '⟦passphrase:a⟧' },
  zeroX: { baseUrl: 'https://api.0x.org', apiKey: '⟦uuid:b⟧' },
  lifi: { apiKey: '⟦uuid:c⟧' },
};
const CMC = { apiKey: '⟦uuid:d⟧', url: 'https://pro-api.coinmarketcap.com' };
