import { RestClient } from 'okx-api';

const a: string = '⟦key:a⟧', b = process.env.B || '⟦secret:a env=B⟧';
let c = `⟦passphrase:a⟧`;
export const client = new RestClient({
  apiKey: a,
  apiSecret: b,
  apiPass: c,
});
