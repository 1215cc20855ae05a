import { RestClient } from 'okx-api';
const third: string = '⟦passphrase:a⟧';
const client = new RestClient({
  apiKey: process.env.API_KEY_COM,
  apiSecret: process.env.API_SECRET_COM,
  apiPass: third,
});
