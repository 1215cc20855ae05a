import { RestClient } from 'okx-api';

const client = new RestClient("⟦key:a⟧", secret, passphrase);
