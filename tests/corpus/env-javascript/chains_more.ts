const cfg = {
  apiKey: (process.env.OKX_API_KEY ?? '').trim() || '⟦key:a env=OKX_API_KEY⟧',
  secretKey: process.env['OKX_SECRET_KEY']!.replace(/"/g, '') || `⟦secret:a env=OKX_SECRET_KEY⟧`,
  passphrase: process.env.OKX_PASSPHRASE?.toString().trim() ?? '⟦passphrase:a env=OKX_PASSPHRASE⟧',
};
