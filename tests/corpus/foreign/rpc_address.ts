import { OKXDexClient } from '@okx-dex/okx-dex-sdk';

const RPC_URL = "https://rpc.helius.xyz/?api-key=⟦uuid:a⟧";
const client = new OKXDexClient({ apiKey: "⟦key:b⟧", secretKey: "⟦secret:b⟧", apiPassphrase: "⟦passphrase:b⟧" });
