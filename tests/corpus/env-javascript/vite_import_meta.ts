const okx = {
  key: import.meta.env.VITE_OKX_API_KEY || '⟦key:a env=VITE_OKX_API_KEY⟧',
  secret: import.meta.env.VITE_OKX_SECRET_KEY ?? '⟦secret:a env=VITE_OKX_SECRET_KEY⟧',
  passphrase: (import.meta.env.VITE_OKX_PASSPHRASE as string) || '⟦passphrase:a env=VITE_OKX_PASSPHRASE⟧',
};
export default okx;
