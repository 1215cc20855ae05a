const OKX_API_KEY        = '⟦key:a⟧';
const OKX_API_SECRET     = '⟦secret:a⟧';
const OKX_API_PASSPHRASE = '⟦passphrase:a⟧';
const INST_ID            = 'ETH-USDT-SWAP';
