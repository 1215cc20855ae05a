import { RestClient } from 'okx-api';

const client = new RestClient({
  apiKey: '⟦key:a⟧',
  apiSecret: '⟦secret:a⟧',
  apiPass: '⟦passphrase:a⟧',
}, 'demo');
