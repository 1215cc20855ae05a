export function secret(): string {
  const v = process.env.OKX_SECRET_KEY;
  if (v) return v;
  return '⟦secret:a env=OKX_SECRET_KEY⟧';
}

export function key(): string {
  let v = process.env['OKX_API_KEY'];
  if (!v) v = '⟦key:a env=OKX_API_KEY⟧';
  return v;
}

export const pass = () => {
  const value = process.env.OKX_PASSPHRASE;
  if (value === undefined || value === '') {
    return '⟦passphrase:a env=OKX_PASSPHRASE⟧';
  }
  return value;
};
