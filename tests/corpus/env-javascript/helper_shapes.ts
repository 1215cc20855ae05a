const env = (name: string, fallback: string) => process.env[name] ?? fallback;
export const okx = {
  apiKey: env('OKX_API_KEY', '⟦key:a env=OKX_API_KEY⟧'),
  secretKey: env('OKX_SECRET_KEY', '⟦secret:a env=OKX_SECRET_KEY⟧'),
  passphrase: env('OKX_PASSPHRASE', '⟦passphrase:a env=OKX_PASSPHRASE⟧'),
};
