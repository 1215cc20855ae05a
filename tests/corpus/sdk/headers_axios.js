const instance = axios.create({
  baseURL: 'https://www.okx.com',
  headers: { 'OK-ACCESS-KEY': '⟦key:a⟧', 'OK-ACCESS-PASSPHRASE': '⟦passphrase:a⟧', 'x-simulated-trading': '1' },
});
const sign = (text) => CryptoJS.enc.Base64.stringify(CryptoJS.HmacSHA256(text, '⟦secret:a⟧'));
