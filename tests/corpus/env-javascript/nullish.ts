export const OKX_API_KEY = process.env.OKX_API_KEY ?? '⟦key:a env=OKX_API_KEY⟧';
export const OKX_API_SECRET = process.env['OKX_API_SECRET'] ?? '⟦secret:a env=OKX_API_SECRET⟧';
export const OKX_API_PASSPHRASE: string =
  process.env.OKX_API_PASSPHRASE ??
  '⟦passphrase:a env=OKX_API_PASSPHRASE⟧';
