import { RestClient } from 'okx-api';

const okx = new RestClient({ apiKey: process.env.OKX_KEY });
const rows = [{ key: '⟦uuid:a⟧', name: 'BTC' }, { key: '⟦uuid:b⟧', name: 'ETH' }];
const columns = [{ key: '⟦uuid:c⟧', title: 'Price' }];
const events = new PostHog({ key: '⟦uuid:d⟧' });
