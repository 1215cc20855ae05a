const OKX_SECRET = (process.env.OKX_SECRET || process.env.OKX_SECRET_KEY || '⟦secret:a env⟧').trim();
const OKX_KEY = (process.env.OKX_KEY || process.env.OKX_API_KEY || '⟦key:a env⟧').trim();
const OKX_PASS = String(process.env.OKX_PASS || '⟦passphrase:a env=OKX_PASS⟧');
