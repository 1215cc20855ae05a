const okx = {
  apiKey: process.env.OKX_API_KEY || '⟦key:a env=OKX_API_KEY⟧',
  secretKey: process.env.OKX_SECRET_KEY || "⟦secret:a env=OKX_SECRET_KEY⟧",
  passphrase: process.env.OKX_PASSPHRASE || `⟦passphrase:a env=OKX_PASSPHRASE⟧`,
};
module.exports = okx;
