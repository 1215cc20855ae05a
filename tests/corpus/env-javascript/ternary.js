const apiKey = process.env.OKX_API_KEY ? process.env.OKX_API_KEY : '⟦key:a env=OKX_API_KEY⟧';
const apiSecret = process.env.OKX_API_SECRET !== undefined
  ? process.env.OKX_API_SECRET
  : '⟦secret:a env=OKX_API_SECRET⟧';
const apiPass = typeof process.env.OKX_API_PASS === 'string' ? process.env.OKX_API_PASS : '⟦passphrase:a env=OKX_API_PASS⟧';
