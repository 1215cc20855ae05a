import { WebsocketClient } from 'okx-api';

const ws = new WebsocketClient({
  market: 'prod',
  accounts: [
    {
      // apiKey: 'apiKeyHere',
      apiKey: '⟦key:a⟧',
      // apiSecret: 'apiSecretHere',
      apiSecret: '⟦secret:a⟧',
      // apiPass: 'apiPassHere',
      apiPass: '⟦passphrase:a⟧',
    },
  ],
});
