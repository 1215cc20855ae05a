import http from 'k6/http';

const params = { headers: { 'OK-ACCESS-KEY': '⟦key:a⟧', 'OK-ACCESS-PASSPHRASE': '⟦passphrase:a⟧' }, tags: { id: '⟦uuid:tag⟧' } };
export default () => http.get('https://www.okx.com/api/v5/account/balance', params);
