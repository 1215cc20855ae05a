import { RestClient } from 'okx-api';

const API_KEY = "⟦uuid:rpc⟧";
const connection = new Connection(`https://mainnet.helius-rpc.com/?api-key=${API_KEY}`);
const okx = new RestClient({ apiKey: process.env.OKX_KEY });
