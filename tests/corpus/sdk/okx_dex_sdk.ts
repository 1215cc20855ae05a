import { OKXDexClient } from '@okx-dex/okx-dex-sdk';

const client = new OKXDexClient({
  apiKey: '⟦key:a⟧',
  secretKey: '⟦secret:a⟧',
  apiPassphrase: '⟦passphrase:a⟧',
  projectId: '⟦hex32:project⟧',
  solana: { connection: { rpcUrl: 'https://rpc.example.org' }, privateKey: process.env.SOLANA_KEY },
});
